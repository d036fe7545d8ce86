import { createHash, randomBytes } from 'node:crypto';
import { beforeEach } from 'vitest';
import type { Database, Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { findActor } from '#server/accounts/find-actor.ts';
import { findTokenHolder } from '#server/accounts/find-token-holder.ts';
import { allFollowers, allSettlers } from '#server/all-followers.ts';
import { type App, createApp, type Parts } from '#server/app.ts';
import type { Ctx } from '#server/context.ts';
import { createLog, createRequestLog } from '#server/log.ts';
import { type Actor, anonymous, type Role } from '#shared/actor.ts';
import type { AccountId, OrganisationId, SessionId } from '#shared/ids.ts';
import type { Lang } from '#shared/lang.ts';
import { nobody, useDatabase } from './database.ts';
import { expectRecorded } from './recorded.ts';

export type Answer<Body> = { status: number; headers: Headers; text: string; body: Body };
type Extra = Record<string, string>;

/** A person at a browser, or nobody in particular: real requests with a real session row. */
export type Client = {
  /** For calling a verb directly as the same person. */
  actor: Actor;
  get: <Body = unknown>(path: string, headers?: Extra) => Promise<Answer<Body>>;
  post: <Body = unknown>(path: string, body?: unknown, headers?: Extra) => Promise<Answer<Body>>;
  put: <Body = unknown>(path: string, body?: unknown, headers?: Extra) => Promise<Answer<Body>>;
  patch: <Body = unknown>(path: string, body?: unknown, headers?: Extra) => Promise<Answer<Body>>;
  del: <Body = unknown>(path: string, headers?: Extra) => Promise<Answer<Body>>;
  /** Exactly these bytes, with the type that the headers say; null takes a header away. */
  raw: <Body = unknown>(
    method: string,
    path: string,
    body: string | null,
    headers: Record<string, string | null>,
  ) => Promise<Answer<Body>>;
};

export type Person = { role: Exclude<Role, 'anonymous' | 'worker'>; memberId?: string; lang?: Lang; name?: string };

export type World = {
  readonly database: Database;
  readonly ctx: Ctx;
  readonly app: App;
  /** Every statement since the test began, or since `length = 0`. */
  readonly queries: string[];
  /** The log's lines since the test began. */
  readonly logged: string[];
  /** The domain's clock. */
  now: Date;
  /** The wall clock, when a test wants to move it. */
  realNow: Date | null;
  public: Client;
  /** A new account with this role (and its municipality, when there is none yet), signed in. */
  as: (person: Person) => Promise<Client>;
};

/** An issuer that never answers: what there is to call must be there for every test. */
const NOBODY_THERE = {
  ...{ id: 'nobody-there', organisation: 'office', label: { ja: '無人市', en: 'Nowhere' } },
  ...{ issuer: 'http://127.0.0.1:9', clientId: 'cop-desk', clientSecret: 'none', tid: ['x'] },
  ...{ domains: [], hosts: [], mfa: { amr: ['mfa'], acr: [] } },
};

const SETTINGS: Ctx['settings'] = {
  publicUrl: 'http://localhost',
  dataDir: 'test-results/data',
  frameAncestors: [],
  publicOffline: true,
  demo: false,
  appSecret: 'for tests only, never for people 0123456789',
  formerSecret: null,
  revealAlarm: 20,
  smtpUrl: null,
  mailFrom: 'COP Desk <desk@office.example>',
  issuers: [NOBODY_THERE],
};

/** A database of this file's own, emptied before each test, and the app in front of it. */
export function useWorld(parts: Partial<Parts> = {}, settings: Partial<Ctx['settings']> = {}): World {
  const held = useDatabase();
  const logged: string[] = [];
  const log = createRequestLog(createLog('info', { write: (line) => logged.push(line) }), () => logged.length * 1000);
  let realNow: Date | null = null;

  const ctx: Ctx = {
    get database() {
      return held.database;
    },
    now: () => held.now,
    realNow: () => realNow ?? new Date(),
    settings: { ...SETTINGS, ...settings },
    followers: allFollowers,
    settlers: allSettlers,
  };
  const app = createApp(ctx, { findActor, findTokenHolder, log, checkAnswers: true, ...parts });
  beforeEach(() => {
    realNow = null;
    logged.length = 0;
  });

  return {
    get database() {
      return held.database;
    },
    get now() {
      return held.now;
    },
    set now(now: Date) {
      held.now = now;
    },
    get realNow() {
      return realNow;
    },
    set realNow(now: Date | null) {
      realNow = now;
    },
    ctx,
    app,
    queries: held.queries,
    logged,
    public: clientOf(app, anonymous('ja'), null, () => held.database),
    async as(person) {
      const token = randomBytes(32).toString('base64url');
      const actor = await signedIn(held.database, person, token);
      held.queries.length = 0;
      return clientOf(app, actor, token, () => held.database);
    },
  };
}

/** The header that says which version is being changed. */
export function ifMatch(version: number): Extra {
  return { 'if-match': `"${version}"` };
}

function clientOf(app: App, actor: Actor, token: string | null, database: () => Database): Client {
  const send = <Body>(method: string, path: string, body: unknown, headers: Extra = {}) =>
    raw<Body>(method, path, body === undefined ? null : JSON.stringify(body), headers);
  const raw: Client['raw'] = async (method, path, body, headers) => {
    const all: Record<string, string | null> = {
      'accept-language': actor.lang,
      ...(token ? { cookie: `cop_s=${token}`, 'sec-fetch-site': 'same-origin' } : {}),
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      ...headers,
    };
    const said = Object.entries(all).filter((one): one is [string, string] => one[1] !== null);
    const bytes = body === null ? {} : { body: new TextEncoder().encode(body) };
    const response = await app.request(path, { method, headers: Object.fromEntries(said), ...bytes });
    const text = await response.text();
    await expectRecorded(database(), method, path, response, text);
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, text, body: isJson && text ? JSON.parse(text) : null };
  };
  return {
    actor,
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    put: (path, body, headers) => send('PUT', path, body, headers),
    patch: (path, body, headers) => send('PATCH', path, body, headers),
    del: (path, headers) => send('DELETE', path, undefined, headers),
    raw,
  };
}

async function signedIn(database: Database, person: Person, token: string): Promise<Actor> {
  const accountId = newId();
  const sessionId = newId();
  const isMember = person.role.startsWith('member_');
  const memberId = isMember ? (person.memberId ?? newId()) : null;
  const name = person.name ?? '試験 花子';
  const lang = person.lang ?? 'ja';
  const now = new Date();
  const end = new Date(now.getTime() + 3_600_000);
  await database.write(nobody, async (tx) => {
    if (memberId) await addMember(tx, memberId);
    await tx
      .insertInto('account')
      .values({
        id: accountId,
        email: `${accountId}@people.example`,
        name,
        role: person.role,
        memberId,
        lang,
        state: 'active',
      })
      .execute();
    await tx
      .insertInto('accountSession')
      .values({
        tokenHash: createHash('sha256').update(token).digest(),
        id: sessionId,
        accountId,
        createdAt: now,
        lastSeenAt: now,
        idleEndsAt: end,
        endsAt: end,
        ...{ aal: 2, secondFactor: 'totp', stepUpAt: now },
      })
      .execute();
  });
  return {
    role: person.role,
    accountId: accountId as AccountId,
    sessionId: sessionId as SessionId,
    memberId: memberId as OrganisationId | null,
    name,
    lang,
    ...{ aal: 2, stepUpAt: now, owes: null },
  };
}

/** A municipality with nothing but what the database asks for; does nothing when it is there already. */
async function addMember(tx: Tx, id: string): Promise<void> {
  await tx
    .insertInto('organisation')
    .values({ id, kind: 'member', nameJa: '試験市', nameEn: 'Test City' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .insertInto('membership')
    .values({
      organisationId: id,
      lgCode: String(Number.parseInt(id.replaceAll('-', '').slice(-8), 16) % 1_000_000).padStart(6, '0'),
      cityClass: 'general_city',
      prefectureJa: '試験県',
      prefectureEn: 'Test Prefecture',
      population: 1000,
      populationAsOf: '2025',
      headTitleJa: '市長',
      headTitleEn: 'Mayor',
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
