import type { Tx } from '#db/connect.ts';
import { countTry } from '#db/queries/sign-in-tries.ts';
import { refuse } from '#shared/problem.ts';
import { hashOfToken } from '../secret-token.ts';

const WINDOW_MINUTES = 10;
const MINUTE_MS = 60_000;
/** How many tries in ten minutes; a mailed link fills somebody's mailbox, so fewer. */
const MOST = { password: 10, link: 5 } as const;

/** The key tries are counted under: the address asked for, never where the call comes from (offices share exits). */
export function tryKey(what: keyof typeof MOST, subject: string): string {
  return `${what} ${hashOfToken(subject).toString('base64url')}`;
}

/** Counts a try, or refuses with how long to wait. A delay, not a lock: what is refused is not counted. */
export async function limitTries(tx: Tx, what: keyof typeof MOST, subject: string, now: Date): Promise<void> {
  const { tries, oldest } = await countTry(tx, tryKey(what, subject), now, WINDOW_MINUTES);
  if (tries <= MOST[what]) return;
  const free = oldest.getTime() + WINDOW_MINUTES * MINUTE_MS;
  refuse('too-many-tries', { seconds: Math.max(1, Math.ceil((free - now.getTime()) / 1000)) });
}
