import http from 'node:http';
import { z } from 'zod';
import type { Role } from '#shared/actor.ts';
import type { Operation } from '#shared/operation.ts';
import { operations } from '#shared/operations.ts';
import { scopeOf } from '#shared/permission.ts';
import { PROBLEMS, ProblemBody } from '#shared/problem.ts';
import type { TwoMembers } from '../support/builders/two-members.ts';
import { type Chance, chanceFrom } from './random.ts';
import { rawBytes, sendRaw, statusesIn } from './raw.ts';
import { type Shot, shotAtDoor, shotAtOperation } from './requests.ts';

/** What came of many requests: how they were answered, and everything that must never happen. */
export type Fired = {
  requests: number;
  statuses: Map<number, number>;
  /** What must never happen, with what it takes to see it again. */
  faults: string[];
  slowestMs: number;
  slowest: string;
};
export type Cookies = readonly { role: Role; cookie: string }[];
export type Target = {
  port: number;
  two: TwoMembers;
  /** The cookies of people in every role; asked anew, because what is sent may sign them out. */
  cookies: () => Promise<Cookies>;
};

const AT_ONCE = 4;
const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
/** Words that only a program's inside knows. */
const INSIDE =
  /\bat [\w.<> ]*\(?(file:|node:|\/)|\.ts:\d+|node_modules|violates|duplicate key|_pkey|_fkey|constraint|relation "|column "|syntax error at|invalid input syntax|out of range for type|\bselect .* from\b|\binsert into\b|PostgresError|ZodError|TypeError|ECONN/i;

/** Sends so many requests from a seed: most to operations, some that play with the door, some that are hardly requests. */
export async function fire(target: Target, count: number, seed: number): Promise<Fired> {
  const chance = chanceFrom(seed);
  const fired: Fired = { requests: 0, statuses: new Map(), faults: [], slowestMs: 0, slowest: '' };
  let cookies = await target.cookies();
  while (fired.requests < count) {
    if (fired.requests % 200 < AT_ONCE) cookies = await target.cookies();
    const batch = Array.from({ length: Math.min(AT_ONCE, count - fired.requests) }, () => {
      const kind = chance.below(100);
      if (kind >= 85) return rawly(target, fired, rawBytes(chance), seed);
      const shot = kind < 65 ? shotAtOperation(target.two, chance) : shotAtDoor(target.two, chance);
      return aimed(target, fired, signedInAs(shot, cookies, chance), seed);
    });
    fired.requests += batch.length;
    await Promise.all(batch);
  }
  return fired;
}

/** Mostly somebody who may do it: a refusal by role comes before everything that could break. */
function signedInAs(shot: Shot, cookies: Cookies, chance: Chance): Shot {
  if (chance.percent(5) || 'cookie' in shot.headers) return shot;
  const action = (operations as Record<string, Operation>)[shot.route]?.action;
  const able = cookies.filter(({ role }) => action && scopeOf(role, action) !== 'none');
  const { cookie } = chance.one(able.length > 0 && chance.percent(85) ? able : cookies);
  return { ...shot, headers: { cookie, 'sec-fetch-site': 'same-origin', ...shot.headers } };
}

async function aimed({ port }: Target, fired: Fired, shot: Shot, seed: number): Promise<void> {
  const began = performance.now();
  const answer = await send(port, shot);
  const ms = performance.now() - began;
  const what = `${shot.method} ${shot.path.slice(0, 200)} ${(shot.body ?? '').slice(0, 400)}`;
  if (ms > fired.slowestMs) Object.assign(fired, { slowestMs: ms, slowest: `${shot.route}` });
  if (typeof answer === 'string') return void fired.faults.push(`seed ${seed}: no answer (${answer}) to ${what}`);
  count(fired, answer.status);
  const wrong = whatIsWrong(shot.method === 'HEAD' ? { ...answer, type: '' } : answer);
  if (wrong) fired.faults.push(`seed ${seed}: ${wrong}: ${what} → ${answer.status} ${answer.text.slice(0, 200)}`);
}

async function rawly({ port }: Target, fired: Fired, bytes: Buffer, seed: number): Promise<void> {
  const said = await sendRaw(port, bytes);
  for (const status of statusesIn(said)) {
    count(fired, status);
    if (status >= 500)
      fired.faults.push(`seed ${seed}: ${status} to ${JSON.stringify(bytes.toString('latin1').slice(0, 300))}`);
  }
  if (INSIDE.test(said) && /^HTTP\/1\.1 [45]/.test(said))
    fired.faults.push(`seed ${seed}: inner words in ${said.slice(0, 300)}`);
}

function count({ statuses }: Fired, status: number): void {
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
}

type Answer = { status: number; type: string; text: string };

function send(port: number, { method, path, headers, body }: Shot): Promise<Answer | string> {
  return new Promise((resolve) => {
    try {
      const all = {
        host: 'localhost',
        ...headers,
        ...(body === null ? {} : { 'content-length': Buffer.byteLength(body) }),
      };
      const request = http.request({ host: '127.0.0.1', port, method, path, headers: all, agent, timeout: 10_000 });
      request.on('response', (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part) => parts.push(part));
        const done = () =>
          resolve({
            status: response.statusCode ?? 0,
            type: String(response.headers['content-type'] ?? ''),
            text: Buffer.concat(parts).toString('utf8'),
          });
        response.on('end', done);
        response.on('error', done);
      });
      // A refused body is not read to its end: the connection is closed, and the answer may be lost with it.
      request.on('error', (error: NodeJS.ErrnoException) =>
        resolve(
          error.code === 'EPIPE' || error.code === 'ECONNRESET'
            ? { status: 0, type: '', text: '' }
            : String(error.code),
        ),
      );
      request.on('timeout', () => request.destroy(Object.assign(new Error(), { code: 'ETIMEDOUT' })));
      request.end(body ?? undefined);
    } catch {
      // Node itself will not put this on the wire; the raw bytes do.
      resolve({ status: 0, type: '', text: '' });
    }
  });
}

const Told = z.looseObject({ type: z.string() });

/** Why an answer is wrong, or null. A refusal is one of ours, in our words, whatever was asked. */
export function whatIsWrong({ status, type, text }: Answer): string | null {
  if (status >= 500) return 'a failure';
  if (status < 400) return null;
  if (INSIDE.test(text)) return 'inner words';
  if (!type.startsWith('application/problem+json')) return null;
  const body = ProblemBody.safeParse(JSON.parse(text || '{}'));
  if (!body.success) return 'not a problem';
  const { type: name } = Told.parse(body.data);
  return name.replace('/problems/', '') in PROBLEMS ? null : 'an unknown problem';
}

/** The answers in one line, for the report. */
export function summaryOf({ requests, statuses, slowestMs, slowest }: Fired): string {
  const by = [...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${times} × ${status || 'cut'}`);
  return `${requests} requests: ${by.join(', ')}; slowest ${Math.round(slowestMs)} ms (${slowest})`;
}
