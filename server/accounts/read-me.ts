import { firstFactorOf } from '#db/queries/account-sessions.ts';
import { demoAccounts, findAccount } from '#db/queries/accounts.ts';
import { actingOf } from '#db/queries/authorities.ts';
import { currentEvent } from '#db/queries/current-event.ts';
import { atTheDoor } from '#server/who.ts';
import type { MeView } from '#shared/accounts/contract.ts';
import { whyNotMailCode } from '#shared/accounts/policy.ts';
import type { Actor } from '#shared/actor.ts';
import { dayOf, JAPAN } from '#shared/time.ts';
import type { Ctx } from '../context.ts';
import { memberNameOf, presentEvent, presentSelf } from './present.ts';

/** What every screen needs to begin with. */
export async function readMe(ctx: Ctx, actor: Actor): Promise<MeView> {
  const owed = await readOwed(ctx, actor);
  const { demo } = ctx.settings;
  const now = ctx.now();
  return ctx.database.read(actor, async (db) => {
    const account = actor.accountId && !owed ? await findAccount(db, actor.accountId) : undefined;
    const event = await currentEvent(db, dayOf(now, JAPAN));
    const acting = actor.actingFor && actor.sessionId ? await actingOf(db, actor.sessionId) : undefined;
    const demonstrated = demo ? await demoAccounts(db) : null;
    return {
      account: account ? presentSelf(account) : null,
      owed,
      actingFor: acting ?? null,
      demo,
      now: now.toISOString(),
      currentEvent: event ? presentEvent(event) : null,
      demoAccounts:
        demonstrated?.map((one) => ({
          email: one.email,
          name: one.name,
          role: one.role,
          memberName: memberNameOf(one),
        })) ?? null,
    };
  });
}

/** What the second step of signing in needs to know of the account; its person is not shown before that is done. */
function readOwed(ctx: Ctx, { accountId, sessionId, owes, lang }: Actor): Promise<MeView['owed']> | null {
  if (owes === null || !accountId || !sessionId) return null;
  return ctx.database.read(atTheDoor, async (db) => {
    const account = await findAccount(db, accountId);
    const byLink = (await firstFactorOf(db, sessionId)) === 'link';
    if (!account) return null;
    const mail = owes === 'code' && whyNotMailCode(lang, account, byLink) === null;
    return { owes, app: account.totpAt !== null, mail, passkey: account.passkeys > 0 };
  });
}
