import { AsyncLocalStorage } from 'node:async_hooks';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { RequestRecord } from './context.ts';

export type Log = Logger;

/**
 * One JSON line per event. Only what is listed in `logRequest` is ever written of a request: ids, codes, numbers and
 * the route's pattern. No bodies, no values, no addresses as they came, no names.
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return destination ? pino(options, destination) : pino(options);
}

const current = new AsyncLocalStorage<RequestRecord>();

/** Runs a request so that the queries made for it are counted on its record. */
export function recording<T>(record: RequestRecord, work: () => Promise<T>): Promise<T> {
  return current.run(record, work);
}

/** Told by the database of every query. */
export function countQuery(): void {
  const record = current.getStore();
  if (record) record.queries += 1;
}

export type RequestLog = {
  request: (record: RequestRecord, answer: { method: string; status: number; ms: number }) => void;
  /** An error nobody threw on purpose, with its stack: the only place where one is shown. */
  error: (record: RequestRecord, error: unknown) => void;
  /** What a browser kept a page from doing: the rule, and the kind of page. */
  violation: (directive: string, page: string) => void;
};

/** What the frame tells the log. The same failure is written at most twenty times a second; the rest is counted. */
export function createRequestLog(log: Log, now: () => number = Date.now): RequestLog {
  const isNew = createSampler(now, (code, leftOut) => log.warn({ problem: code, leftOut }));
  return {
    request(record, { method, status, ms }) {
      const line = {
        requestId: record.requestId,
        route: record.route,
        method,
        status,
        ms: Math.round(ms * 10) / 10,
        queries: record.queries,
        ...(record.actor?.accountId ? { account: record.actor.accountId } : {}),
        ...(record.actor?.memberId ? { member: record.actor.memberId } : {}),
        ...(record.actor ? { role: record.actor.role } : {}),
        ...(record.problem ? { problem: record.problem } : {}),
        ...(record.sqlState ? { sqlState: record.sqlState } : {}),
      };
      if (status < 400) log.info(line);
      else if (isNew(record.problem ?? String(status))) status < 500 ? log.warn(line) : log.error(line);
    },
    error(record, error) {
      if (!isNew(`error ${record.problem}`)) return;
      log.error({ requestId: record.requestId, route: record.route, stack: safeStack(error) });
    },
    violation(directive, page) {
      if (isNew('content-policy')) log.warn({ problem: 'content-policy', directive, page });
    },
  };
}

/** The stack without the message: a driver's message may quote the row that did not fit. */
export function safeStack(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  // A message of several lines could look like a part of the stack; it is cut away as it stands there.
  const frames = (error.stack ?? '').replace(error.message, '').split('\n');
  return [error.name, ...frames.filter((line) => /^\s+at /.test(line)).slice(0, 12)].join('\n');
}

const MOST_PER_SECOND = 20;
const SUMMARY_MS = 10_000;

/**
 * Says of each event by its code whether it is still to be written. What is left out is counted, and said ten seconds
 * after the first: a database that is away must not fill the disk, and nobody should think that it happened only twice.
 */
export function createSampler(
  now: () => number,
  summarise: (code: string, leftOut: number) => void,
  later: (work: () => void, ms: number) => void = (work, ms) => void setTimeout(work, ms).unref(),
): (code: string) => boolean {
  const seen = new Map<string, { second: number; times: number; leftOut: number }>();
  return (code) => {
    const second = Math.floor(now() / 1000);
    const one = seen.get(code) ?? { second, times: 0, leftOut: 0 };
    seen.set(code, one);
    if (one.second !== second) Object.assign(one, { second, times: 0 });
    one.times += 1;
    if (one.times <= MOST_PER_SECOND) return true;
    one.leftOut += 1;
    if (one.leftOut === 1) {
      later(() => {
        summarise(code, one.leftOut);
        one.leftOut = 0;
      }, SUMMARY_MS);
    }
    return false;
  };
}
