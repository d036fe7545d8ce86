import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import type { Route } from './route.ts';

/** Calls within a minute. All at once, or spread; whoever has used them up gets one back after a part of the minute. */
export const RATES = { read: 300, write: 60, search: 30, 'municipality writes': 600 } as const;

type Rate = keyof typeof RATES;
type Kind = Exclude<Rate, 'municipality writes'>;
type Bucket = { left: number; at: number };

export type Rates = { take: (actor: Actor, kind: Kind, now: Date) => void };

const MINUTE_MS = 60_000;
/** So many accounts are kept in mind; beyond, those who have used nothing lately are forgotten. */
const MOST_KEPT = 5_000;

/** What a call counts as: a search costs the database more than any other reading. */
export function rateOf({ method, operation }: Route, searched: string | undefined): Kind {
  if (method !== 'GET' && operation.rate !== 'read') return 'write';
  return searched ? 'search' : 'read';
}

/**
 * Counts what each account asks for, and refuses with how long to wait. By account and never by where a call comes from:
 * whole prefectures share one exit. Each of several instances counts by itself and gives back only its share of the
 * minute (`instances`), so that all together keep to the rate. `factor` widens it, for measuring.
 */
export function createRates({ instances = 1, factor = 1 }: { instances?: number; factor?: number } = {}): Rates {
  const buckets = new Map<string, Bucket>();
  const size = (rate: Rate) => RATES[rate] * factor;
  const perMs = (rate: Rate) => size(rate) / instances / MINUTE_MS;
  const left = (key: string, rate: Rate, now: number) => {
    const bucket = buckets.get(key);
    return bucket ? Math.min(size(rate), bucket.left + Math.max(0, now - bucket.at) * perMs(rate)) : size(rate);
  };
  const tidy = (now: number) => {
    if (buckets.size < MOST_KEPT) return;
    for (const [key, { at }] of buckets) if (now - at > MINUTE_MS * instances) buckets.delete(key);
    if (buckets.size >= MOST_KEPT) buckets.clear();
  };
  return {
    take({ accountId, memberId }, kind, date) {
      if (accountId === null) return;
      const now = date.getTime();
      const wanted: [string, Rate][] = [[`${kind} ${accountId}`, kind]];
      if (kind === 'search') wanted.push([`read ${accountId}`, 'read']);
      if (kind === 'write' && memberId) wanted.push([`member ${memberId}`, 'municipality writes']);
      const waits = wanted.map(([key, rate]) => (1 - left(key, rate, now)) / perMs(rate) / 1000);
      // What is refused is not counted: waiting as long as was said is enough.
      const seconds = Math.ceil(Math.max(...waits));
      if (seconds > 0) refuse('too-many-requests', { seconds }, { seconds });
      tidy(now);
      for (const [key, rate] of wanted) buckets.set(key, { left: left(key, rate, now) - 1, at: now });
    },
  };
}
