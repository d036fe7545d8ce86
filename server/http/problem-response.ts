import { CallTookTooLong } from '#db/errors.ts';
import type { Lang } from '#shared/lang.ts';
import { PROBLEMS, type ProblemBody, type ProblemCode, ProblemError } from '#shared/problem.ts';
import { problemWords } from '#shared/problem-texts.ts';

const CONSTRAINT: Record<string, ProblemCode> = { '23505': 'already-exists', '23P01': 'room-taken' };
/** Serialisation failure, deadlock, lock and statement time-outs, and a database that is going or gone. */
const BUSY = /^(40001|40P01|55P03|57014|57P0[1-3]|53\d{3}|08\w{3})$/;
const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT']);

/** What an error means to the caller. Everything not thrown on purpose is said without a word of its own text. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof CallTookTooLong) return new ProblemError('unavailable', {}, {});
  const state = sqlStateOf(error);
  const code = state && CONSTRAINT[state];
  if (code) return new ProblemError(code, {}, {});
  if (state?.startsWith('22')) return new ProblemError('bad-request', {}, {});
  return new ProblemError(isBusy(error, state) ? 'unavailable' : 'broken', {}, {});
}

/** The five-character SQLSTATE of a database error, or null. */
export function sqlStateOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

function isBusy(error: unknown, state: string | null): boolean {
  if (state) return BUSY.test(state);
  if (!(error instanceof Error)) return false;
  if ('code' in error && UNREACHABLE.has(String(error.code))) return true;
  return /timeout exceeded when trying to connect|Connection terminated/.test(error.message);
}

/** The one place where a refusal or an error becomes an HTTP answer (RFC 9457). */
export function problemResponse(problem: ProblemError, lang: Lang, requestId: string): Response {
  const status = PROBLEMS[problem.code];
  const body: ProblemBody = {
    ...problem.extensions,
    type: `/problems/${problem.code}`,
    ...problemWords(problem.code, problem.params, lang),
    status,
    instance: `urn:request:${requestId}`,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'content-language': lang, ...hints(problem) },
  });
}

/** What a refusal says to programs beside its words. */
export function hints({ code, params, extensions }: ProblemError): Record<string, string> {
  if (code === 'unavailable' || code === 'in-progress') return { 'retry-after': '2' };
  if (code === 'too-many-tries' || code === 'too-many-requests')
    return { 'retry-after': String((params as { seconds: number }).seconds) };
  if (code === 'not-signed-in') return { 'www-authenticate': 'Session' };
  if (code === 'token-not-valid') return { 'www-authenticate': 'Bearer' };
  if (code === 'wrong-method' && typeof extensions.allow === 'string') return { allow: extensions.allow };
  return {};
}
