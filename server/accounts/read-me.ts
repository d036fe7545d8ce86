import { demoAccounts, findAccount } from '#db/queries/accounts.ts';
import { currentEvent } from '#db/queries/current-event.ts';
import type { MeView } from '#shared/accounts/contract.ts';
import type { Actor } from '#shared/actor.ts';
import { dayOf, JAPAN } from '#shared/time.ts';
import type { Ctx } from '../context.ts';
import { memberNameOf, presentEvent, presentSelf } from './present.ts';

/** What every screen needs to begin with. */
export async function readMe(ctx: Ctx, actor: Actor): Promise<MeView> {
  const { demo } = ctx.settings;
  const now = ctx.now();
  return ctx.database.read(actor, async (db) => {
    const account = actor.accountId ? await findAccount(db, actor.accountId) : undefined;
    const event = await currentEvent(db, dayOf(now, JAPAN));
    const demonstrated = demo ? await demoAccounts(db) : null;
    return {
      account: account ? presentSelf(account) : null,
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
