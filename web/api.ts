import type { z } from 'zod';
import type { Method } from '#shared/operation.ts';
import type { AllOperations } from '#shared/operations.ts';
import type { ProblemBody, ProblemCode } from '#shared/problem.ts';

/** The server said no; `body` is the problem in the person's language. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly body: ProblemBody;

  constructor(status: number, body: ProblemBody) {
    super(body.detail);
    this.status = status;
    this.body = body;
  }

  get code(): ProblemCode {
    return this.body.type.split('/').at(-1) as ProblemCode;
  }
}

/** No answer came: no network, no server, or no patience left. Nothing is known about what the server did. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

type Key = keyof AllOperations & string;
/** Wrapped in a tuple: over the union of all operations, each part would otherwise multiply with every other. */
type Part<Op, Name extends string> = [Op] extends [{ readonly [N in Name]: infer Shape extends z.ZodType }]
  ? Record<never, never> extends z.input<Shape>
    ? { [N in Name]?: z.input<Shape> }
    : { [N in Name]: z.input<Shape> }
  : Record<never, never>;
type Flag<Op, Name extends string, Option> = [Op] extends [{ readonly [N in Name]: true }]
  ? Option
  : Record<never, never>;
type Options<Op> = Part<Op, 'params'> &
  Part<Op, 'query'> &
  Part<Op, 'body'> &
  Flag<Op, 'ifMatch', { ifMatch: number }> &
  Flag<Op, 'idempotent', { idempotencyKey: string }> & { signal?: AbortSignal };

/** One entry for each operation, so that a call looks up its own instead of weighing all of them. */
type Calls = {
  [K in Key]: {
    options: Options<AllOperations[K]>;
    arguments: Record<never, never> extends Options<AllOperations[K]>
      ? [options?: Options<AllOperations[K]>]
      : [options: Options<AllOperations[K]>];
    answer: AllOperations[K] extends { readonly answer: infer Shape extends z.ZodType } ? z.output<Shape> : undefined;
  };
};

/** What a call of an operation has to bring, from its shapes and flags. */
export type CallOptions<K extends Key> = Calls[K]['options'];
export type Answer<K extends Key> = Calls[K]['answer'];

export type SendOptions = {
  params?: Readonly<Record<string, unknown>>;
  query?: Readonly<Record<string, unknown>>;
  body?: unknown;
  ifMatch?: number;
  idempotencyKey?: string;
  signal?: AbortSignal;
};

const PATIENCE_MS = 15_000;
const GET_TRIES = 3;
const PAUSE_MS = 400;

/** Asks the person to sign in again; answers whether they did. Set while somebody is signed in. */
let signInAgain: (() => Promise<boolean>) | null = null;
let asking: Promise<boolean> | null = null;

export function onSignedOut(ask: (() => Promise<boolean>) | null): void {
  signInAgain = ask;
}

/** Asks the person to prove themselves again; answers whether they did. Set while somebody is signed in. */
let proveAgain: (() => Promise<boolean>) | null = null;

export function onStepUp(ask: (() => Promise<boolean>) | null): void {
  proveAgain = ask;
}

/** Tells the person why an answer is slow in coming. */
let sayWaiting: ((words: string) => void) | null = null;

export function onWaiting(say: typeof sayWaiting): void {
  sayWaiting = say;
}

/** A call on its way that may renew the session; whatever was sent with the old token meanwhile waits for it and is sent again. */
let renewing: Promise<unknown> | null = null;
let renewals = 0;

/** A key that makes repeating a creation harmless; keep it as long as the same attempt is repeated. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The address of an operation: path parameters put in, query appended; empty values are left out, several joined. */
export function addressOf(path: string, options: Pick<SendOptions, 'params' | 'query'>): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(options.params?.[name] ?? '')));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(options.query ?? {})) {
    const one = Array.isArray(value) ? value.join(',') : value;
    if (one !== undefined && one !== null && one !== '') search.set(name, String(one));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}

/** Calls an operation of the API. Throws `Refused` or `Unreachable`. */
export function call<K extends Key>(key: K, ...options: Calls[K]['arguments']): Promise<Answer<K>>;
export function call(key: string, ...options: readonly unknown[]): Promise<unknown> {
  const [method, path] = key.split(' ') as [Method, string];
  return send(method, path, options[0] as SendOptions | undefined);
}

/** Sends a request as `call` does, for the few addresses that the shell uses by itself. */
export async function send(method: Method, path: string, options: SendOptions = {}): Promise<unknown> {
  const before = renewals;
  try {
    return await sendRenewing(method, path, options);
  } catch (error) {
    const code = error instanceof Refused ? error.code : '';
    const signedOut = code === 'not-signed-in' && !path.startsWith('/api/auth/');
    const ask = code === 'step-up-required' ? proveAgain : signedOut ? signInAgain : null;
    if (!ask) throw error;
    await renewing?.catch(() => {});
    if (renewals === before) {
      asking ??= ask().finally(() => {
        asking = null;
      });
      if (!(await asking)) throw error;
    }
    return await sendRenewing(method, path, options);
  }
}

async function sendRenewing(method: Method, path: string, options: SendOptions): Promise<unknown> {
  const sent = sendPatiently(method, path, options);
  if (method === 'GET' || !path.startsWith('/api/auth/')) return sent;
  renewing = sent;
  const answer = await sent;
  renewals += 1;
  return answer;
}

async function sendPatiently(method: Method, path: string, options: SendOptions): Promise<unknown> {
  const repeatable = method === 'GET' || options.idempotencyKey !== undefined;
  for (let tried = 1; ; tried += 1) {
    try {
      return await sendOnce(method, path, options);
    } catch (error) {
      const refused = error instanceof Refused ? error : null;
      // Only too much in a short time says for how long; reading waits, and nobody needs to ask again.
      const seconds = method === 'GET' && (refused?.body.seconds as number);
      const passing = error instanceof Unreachable || refused?.status === 503 || (seconds && seconds < 90);
      if (!repeatable || !passing || tried >= GET_TRIES || options.signal?.aborted) throw error;
      if (seconds) sayWaiting?.(refused?.message ?? '');
      await new Promise((resolve) => setTimeout(resolve, seconds ? seconds * 1000 : PAUSE_MS * tried));
    }
  }
}

async function sendOnce(method: Method, path: string, options: SendOptions): Promise<unknown> {
  const headers: Record<string, string> = { accept: 'application/json' };
  const lang = typeof document === 'undefined' ? '' : document.documentElement.lang;
  if (lang) headers['accept-language'] = lang;
  if (method !== 'GET') headers['content-type'] = 'application/json';
  if (options.ifMatch !== undefined) headers['if-match'] = `"${options.ifMatch}"`;
  if (options.idempotencyKey !== undefined) headers['idempotency-key'] = options.idempotencyKey;
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const init: RequestInit = {
    method,
    headers,
    credentials: 'same-origin',
    signal: options.signal ? AbortSignal.any([options.signal, patience]) : patience,
  };
  if (method !== 'GET') init.body = JSON.stringify(options.body ?? {});
  let response: Response;
  let text: string;
  try {
    response = await fetch(addressOf(path, options), init);
    text = await response.text();
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new Unreachable('no answer', { cause: error });
  }
  if (response.ok) return text ? JSON.parse(text) : undefined;
  throw new Refused(response.status, problemIn(text, response.status));
}

/** A gateway in between may answer with a page of its own; that too must become a problem. */
function problemIn(text: string, status: number): ProblemBody {
  try {
    const body = JSON.parse(text) as ProblemBody;
    if (typeof body.detail === 'string' && typeof body.type === 'string') return body;
  } catch {
    // not JSON: falls through to the stand-in
  }
  const code: ProblemCode = status === 503 || status === 502 || status === 504 ? 'unavailable' : 'broken';
  return { type: `/problems/${code}`, title: '', status, detail: '', instance: '' };
}
