import type { Operation, OperationKey } from '#shared/operation.ts';
import { operations } from '#shared/operations.ts';
import { KINDS } from '#shared/requests/kinds.ts';
import type { TwoMembers } from '../support/builders/two-members.ts';
import { SAMPLES } from '../support/matrix-samples.ts';
import { ODD_IDS, ODD_TEXTS } from './odd-values.ts';
import type { Chance } from './random.ts';
import { mutated, valueFor } from './values.ts';

/** A request as it goes over the wire. `route` is what it aims at, for the report. */
export type Shot = {
  route: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | null;
};

const all = Object.entries(operations) as [OperationKey, Operation][];

/** A request to one of the operations, right in most parts and wrong in some. */
export function shotAtOperation(two: TwoMembers, chance: Chance): Shot {
  const [route, operation] = chance.one(all);
  const sample = SAMPLES[route as keyof typeof SAMPLES];
  const [method = '', template = ''] = route.split(' ');
  const ids = idsOf(two);
  const whose = chance.percent(75) ? two.ours : two.theirs;
  const good = sample.path?.(whose, two.around) ?? [];
  let at = 0;
  const path = template.replace(/:\w+/g, () => {
    const id = good[at++] ?? '';
    return chance.percent(88)
      ? id
      : encodeURIComponent(chance.one([...ids, ...ODD_IDS, ...ODD_TEXTS.filter(isWellFormed)]));
  });
  const body = bodyOf(route, operation, sample.body?.(two), chance, ids);
  return {
    route,
    method,
    path: path + queryOf(operation, sample.query, chance, ids),
    headers: { ...versionOf(operation, chance), ...keyOf(operation, chance), 'content-type': 'application/json' },
    body: body === undefined ? null : asJson(body),
  };
}

function bodyOf(route: string, operation: Operation, good: unknown, chance: Chance, ids: readonly string[]): unknown {
  if (!operation.body) return chance.percent(5) ? { a: 1 } : undefined;
  let body = good !== undefined && chance.percent(40) ? good : valueFor(operation.body, chance, ids);
  if (route === 'PUT /api/requests/:id/answers' && chance.percent(85)) {
    const kind = chance.one(Object.values(KINDS));
    body = { details: valueFor(kind.details as never, chance, ids), step: chance.one(kind.steps as readonly string[]) };
  }
  for (let times = chance.below(4); times > 0; times -= 1) body = mutated(body, chance);
  return body;
}

function queryOf(operation: Operation, good: string | undefined, chance: Chance, ids: readonly string[]): string {
  if (!operation.query) return chance.percent(3) ? '?x=1' : '';
  if (good !== undefined && chance.percent(30)) return good;
  const value = valueFor(operation.query, chance, ids) as Record<string, unknown>;
  const parts = Object.entries(value).flatMap(([name, one]) => {
    if (one === undefined || chance.percent(15)) return [];
    const said = chance.percent(12) ? chance.one(ODD_TEXTS) : String(one);
    return [`${name}=${isWellFormed(said) ? encodeURIComponent(said) : '%ed%a0%80'}`];
  });
  // Every list needs its event to get anywhere.
  if ('event' in value && chance.percent(90)) parts.unshift('event=cop32');
  return parts.length > 0 ? `?${[...new Set(parts)].join('&')}` : '';
}

function versionOf(operation: Operation, chance: Chance): Record<string, string> {
  if (!operation.ifMatch || chance.percent(10)) return {};
  return {
    'if-match': chance.percent(75)
      ? `"${1 + chance.below(2)}"`
      : chance.one(['"0"', '*', '"999999999"', 'W/"1"', '1', '"-1"']),
  };
}

function keyOf(operation: Operation, chance: Chance): Record<string, string> {
  if (!operation.idempotent || chance.percent(50)) return {};
  return {
    'idempotency-key': chance.one([
      'same-key-0001',
      `key-${chance.below(1e9)}-xx`,
      'short',
      'x'.repeat(300),
      "';--;--;--",
    ]),
  };
}

/** JSON that also says what a script would leave out: numbers beyond measure and names said twice. */
function asJson(body: unknown): string {
  return JSON.stringify(body) ?? 'null';
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

export function idsOf({ ours, theirs, around }: TwoMembers): string[] {
  return [...Object.values(ours), ...Object.values(theirs), ...Object.values(around)];
}

const PATHS = [
  '/',
  '/desk',
  '/home',
  '/sign-in',
  '/docs',
  '/openapi.json',
  '/schedule/cop32',
  '/schedule/cop32.ics',
  '/schedule/cop32/sessions/x',
  '/schedule/cop32/rooms/x.ics',
  '/schedule/cop32/themes/energy.ics',
  '/schedule/cop32/members/x.ics',
  '/schedule/cop32/calendars',
  '/schedule/cop32.xml',
  '/schedule/cop32/schedule.json',
  '/problems/not-found',
  '/csp-report',
  '/healthz',
  '/readyz',
  '/plain.css',
  '/assets/x.js',
  '/api',
  '/api/requests?event=cop32',
  '/api/auth/me',
];
const TRICKS: ((path: string, chance: Chance) => string)[] = [
  (path) => `/${path}`,
  (path) => `${path}/`,
  (path) => `${path}//`,
  (path) => path.replace(/\/(?=\w)/g, '/./'),
  (path) => `${path}/..%2f..`,
  (path) => path.replace(/[aeiou]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  (path) => `${path}%00`,
  (path) => `${path}%`,
  (path) => `${path}%zz`,
  (path) => `${path}%ff%fe`,
  (path) => `${path}?${'a=1&'.repeat(50)}`,
  (path) => `${path}?${'q='.padEnd(3_000, 'x')}`,
  (path) => `${path}?__proto__[a]=1&constructor=1&toString=1`,
  (path) => `${path}?day=2027-11-08&lang=xx&theme=%00&member=zz&q=%E0%A4%A`,
  (path) => `${path}#hash`,
  (path) => path.toUpperCase(),
  (path) => `http://evil.example${path}`,
  (path) => `http://localhost${path}`,
  (path, chance) => `${path}?q=${encodeURIComponent(chance.one(ODD_TEXTS.filter(isWellFormed)))}`,
  (path) => path,
];
const HEADERS: readonly Record<string, string>[] = [
  {},
  { host: 'evil.example' },
  { host: 'localhost:99999' },
  { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': "1.2.3.4, '; --" },
  { 'x-http-method-override': 'DELETE', 'x-original-url': '/api/accounts', 'x-rewrite-url': '/desk' },
  { 'accept-language': 'en;q=NaN, ja;q=9e999, *;q=0, '.repeat(30) },
  { 'accept-encoding': 'br;q=0, gzip;q=;;;, identity;q=0, *;q=0' },
  { 'if-none-match': '*', 'if-modified-since': 'never', range: 'bytes=0-,5-' },
  { cookie: `cop_s=${'x'.repeat(3_000)}; cop_s=; ;;==; __Host-cop_s=%00` },
  { cookie: `cop_s=${'A'.repeat(43)}` },
  { authorization: 'Bearer x', 'x-remote-user': 'admin', 'x-ssl-client-s-dn': 'CN=admin' },
  { expect: '200-maybe' },
  { 'content-type': 'multipart/form-data' },
  { 'content-type': 'application/json; charset=shift_jis' },
  { 'content-encoding': 'gzip' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': '', origin: '' },
  { origin: 'http://localhost:xyz' },
  { connection: 'upgrade', upgrade: 'websocket' },
  { te: 'trailers, deflate;q=0.5', trailer: 'x' },
  { accept: 'text/event-stream' },
];
const METHODS = [
  'GET',
  'GET',
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'LOCK',
  'SEARCH',
];

/** A request that plays with its address, its method or its headers. */
export function shotAtDoor(two: TwoMembers, chance: Chance): Shot {
  const [route] = chance.one(all);
  const template = route.split(' ')[1] ?? '';
  const known = template.replace(/:\w+/g, () => chance.one(idsOf(two)));
  const path = chance.one(TRICKS)(chance.percent(60) ? chance.one(PATHS) : known, chance);
  const method = chance.one(METHODS);
  const body = method === 'POST' || method === 'PUT' ? chance.one(BODIES) : null;
  return { route: 'door', method, path, headers: { ...chance.one(HEADERS), ...chance.one(HEADERS) }, body };
}

const BODIES = [
  '',
  '{',
  'null',
  '"text"',
  '[]',
  '{"a":1,"a":2}',
  '{"__proto__":{"admin":true}}',
  `${'['.repeat(5_000)}`,
  `{"a":"${'x'.repeat(70_000)}"}`,
  `[${'1,'.repeat(5_000)}1]`,
  '{"a":1e999}',
  '{"\\ud800":1}',
  '\ufeff{}',
  'a=b&c=d',
  '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--',
];
