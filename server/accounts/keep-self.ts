import type { z } from 'zod';
import { findAccount, updateAccount } from '#db/queries/accounts.ts';
import { writeHistory } from '#db/queries/history.ts';
import type { ChangeSelf, SelfView } from '#shared/accounts/contract.ts';
import type { Actor } from '#shared/actor.ts';
import type { Lang } from '#shared/lang.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { forgetActors } from './find-actor.ts';
import { presentSelf } from './present.ts';

/** Remembers the language the actor reads and is written to in. */
export async function chooseLanguage(ctx: Ctx, actor: Actor, lang: Lang): Promise<void> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  // Not a change others must know of: no history, and no new version that would make an open form stale.
  await ctx.database.write(actor, (tx) => updateAccount(tx, accountId, { lang }));
  forgetActors();
}

/** Changes what the actor says about themselves. */
export async function changeSelf(
  ctx: Ctx,
  actor: Actor,
  version: number,
  input: z.output<typeof ChangeSelf>,
): Promise<SelfView> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  const changed = await ctx.database.write(actor, async (tx) => {
    const done = await updateAccount(tx, accountId, { ...input, version: version + 1 }, version);
    const row = (await findAccount(tx, accountId)) ?? refuse('not-found', {});
    if (!done) refuse('changed-meanwhile', {}, { current: presentSelf(row) });
    const entry = { subject: 'account', subjectId: accountId, action: 'change-self', memberId: actor.memberId };
    await writeHistory(tx, { at: ctx.now(), actor, ...entry });
    return presentSelf(row);
  });
  forgetActors();
  return changed;
}
