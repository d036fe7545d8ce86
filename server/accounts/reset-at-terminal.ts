import type { Database } from '#db/connect.ts';
import { findAccountByEmail, lockAccount } from '#db/queries/accounts.ts';
import { theProgram } from '#server/who.ts';
import { hasSecondFactor } from '#shared/accounts/second-factor.ts';
import { refuse } from '#shared/problem.ts';
import { takeFactorAway } from './take-factor-away.ts';

/**
 * Takes a lost second factor away from the terminal, for the office whose only administrator has lost their own: no
 * second one is there to approve, and whoever holds the machine holds the data anyway. The record names the program.
 * Refused with `not-found` where nobody has the address, and with `wrong-state` where there is nothing to take away.
 */
export async function resetAtTerminal(database: Database, email: string, now: Date): Promise<void> {
  await database.write(theProgram, async (tx) => {
    const found = (await findAccountByEmail(tx, email)) ?? refuse('not-found', {});
    await lockAccount(tx, found.id);
    const account = (await findAccountByEmail(tx, email)) ?? refuse('not-found', {});
    if (!hasSecondFactor(account)) refuse('wrong-state', {});
    await takeFactorAway(tx, theProgram, account, { at: now, realAt: now, details: { at: 'terminal' } });
  });
}
