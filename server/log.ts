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
};

const MOST_PER_SECOND = 20;

/** What the frame tells the log. The same failure is written at most twenty times a second. */
export function createRequestLog(log: Log, now: () => number = Date.now): RequestLog {
  const seen = new Map<string, { second: number; times: number }>();
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
        ...(record.actor ? { role: record.actor.role } : {}),
        ...(record.problem ? { problem: record.problem } : {}),
        ...(record.sqlState ? { sqlState: record.sqlState } : {}),
      };
      if (status < 400) log.info(line);
      else if (isNew(seen, record.problem ?? String(status), now())) status < 500 ? log.warn(line) : log.error(line);
    },
    error(record, error) {
      if (!isNew(seen, `error ${record.problem}`, now())) return;
      log.error({ requestId: record.requestId, route: record.route, stack: safeStack(error) });
    },
  };
}

/** The stack without the message: a driver's message may quote the row that did not fit. */
function safeStack(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 12)].join('\n');
}

function isNew(seen: Map<string, { second: number; times: number }>, code: string, now: number): boolean {
  const second = Math.floor(now / 1000);
  const before = seen.get(code);
  const times = before?.second === second ? before.times + 1 : 1;
  seen.set(code, { second, times });
  return times <= MOST_PER_SECOND;
}
