import { countRecoveryCodes } from '#db/queries/account-factors.ts';
import { findAccount } from '#db/queries/accounts.ts';
import { atTheDoor } from '#server/who.ts';
import type { SecondFactorView } from '#shared/accounts/contract.ts';
import { isOfficeRole } from '#shared/accounts/second-factor.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';

/** What the account page says of the actor's second factor; nothing secret. */
export function readSecondFactor(ctx: Ctx, actor: Actor): Promise<SecondFactorView> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  return ctx.database.read(atTheDoor, async (db) => {
    const account = (await findAccount(db, accountId)) ?? refuse('not-signed-in', {});
    return {
      totpAt: account.totpAt?.toISOString() ?? null,
      recoveryCodesLeft: await countRecoveryCodes(db, accountId),
      passkeys: account.passkeys,
      mailCode: account.mailCode,
      mandatory: isOfficeRole(account.role) && !account.demo,
      demo: account.demo,
    };
  });
}
