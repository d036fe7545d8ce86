import type { Tx } from '#db/connect.ts';
import { countTry, forgetTries, letThrough } from '#db/queries/sign-in-tries.ts';
import { refuse } from '#shared/problem.ts';
import { hashOfToken } from '../secret-token.ts';

const MINUTE_MS = 60_000;
const LONGEST_WAIT_S = 60;

/** Tries are kept as long as the longest of the limits looks back. */
const KEPT_MS = 24 * 60 * MINUTE_MS;

/**
 * How many tries in how many minutes. Beyond, whoever guesses waits longer with each, a minute at most, so that nobody
 * can lock somebody else out by guessing. Mail fills somebody's mailbox, and files carry much away at once: beyond, there
 * is none until the time is over.
 */
const LIMITS = {
  password: { most: 10, minutes: 10, beyond: 'slower' },
  code: { most: 10, minutes: 10, beyond: 'slower' },
  link: { most: 5, minutes: 10, beyond: 'none' },
  'mail-code': { most: 5, minutes: 60, beyond: 'none' },
  export: { most: 6, minutes: 60, beyond: 'none' },
  invitation: { most: 30, minutes: 24 * 60, beyond: 'none' },
} as const;

export type Tried = keyof typeof LIMITS;

/** The key tries are counted under: the account or the address asked for, never where the call comes from (offices share exits). */
function tryKey(what: Tried, subject: string): string {
  return `${what} ${hashOfToken(subject).toString('base64url')}`;
}

/** Forgets the tries under a key once one of them was right, and of all keys those nobody counts any more. */
export async function forgiveTries(tx: Tx, what: Tried, subject: string, now: Date): Promise<void> {
  await forgetTries(tx, tryKey(what, subject), new Date(now.getTime() - KEPT_MS));
}

/** Counts a try, or refuses with how long to wait. A delay, not a lock: what is refused is not counted. */
export async function limitTries(tx: Tx, what: Tried, subject: string, now: Date): Promise<void> {
  const { most, minutes, beyond } = LIMITS[what];
  const key = tryKey(what, subject);
  const { tries, oldest, lastAt } = await countTry(tx, key, now, minutes);
  const over = tries - most;
  if (over > 0) {
    const wait = Math.min(LONGEST_WAIT_S, 2 ** (over - 1)) * 1000;
    const free = beyond === 'slower' ? (lastAt ?? now).getTime() + wait : oldest.getTime() + minutes * MINUTE_MS;
    const seconds = Math.ceil((free - now.getTime()) / 1000);
    if (seconds > 0)
      refuse(what === 'export' || what === 'invitation' ? 'too-many-requests' : 'too-many-tries', { seconds });
  }
  await letThrough(tx, key, now);
}
