import type { Tx } from '#db/connect.ts';
import { endAuthoritiesFor } from '#db/queries/authorities.ts';
import { type DelegateRow, type Engagements, engagementsOf, updateDelegate } from '#db/queries/delegates.ts';
import { lockDelegation, updateDelegation } from '#db/queries/delegations.ts';
import { writeHistory } from '#db/queries/history.ts';
import type { Actor } from '#shared/actor.ts';
import { engagementTexts } from '#shared/delegations/engagement-texts.ts';
import type { DelegateId } from '#shared/ids.ts';
import type { Lang } from '#shared/lang.ts';
import { refuse } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import { refuseStale } from '../refuse-stale.ts';
import { lockOwn, writeDelegateHistory } from './keep-delegates.ts';
import { presentDelegate } from './present.ts';

/** Takes a person out of the delegation, unless something still counts on them. Their past stays readable. */
export function removeDelegate(ctx: Ctx, actor: Actor, id: DelegateId, version: number): Promise<void> {
  return ctx.database.write(actor, async (tx) => {
    const before = await lockOwn(tx, actor, id);
    refuseStale(version, presentDelegate(before));
    const by = inWords(await engagementsOf(tx, id), actor.lang);
    if (by) refuse('still-in-use', { by });
    await updateDelegate(tx, id, { removedAt: ctx.now(), version: version + 1 });
    const delegation = await lockDelegation(tx, before.delegationId);
    if (delegation?.headDelegateId === id) await updateDelegation(tx, delegation.id, { headDelegateId: null });
    await writeDelegateHistory(ctx, tx, actor, 'remove', before);
    await endAuthorities(ctx, tx, actor, before);
  });
}

/** Nobody acts any more for somebody who is not going. */
async function endAuthorities(ctx: Ctx, tx: Tx, actor: Actor, { id: delegate, memberId }: DelegateRow): Promise<void> {
  const ended = { endedAt: ctx.now(), endedBy: actor.accountId ?? refuse('not-signed-in', {}) };
  for (const subjectId of await endAuthoritiesFor(tx, delegate, ended)) {
    const entry = { subject: 'authority', subjectId, action: 'authority.ended', memberId, details: { delegate } };
    await writeHistory(tx, { at: ended.endedAt, actor, ...entry });
  }
}

function inWords(engagements: Engagements, lang: Lang): string {
  const say = textsIn(engagementTexts, lang);
  const kinds = ['pass', 'session', 'meeting', 'request'] as const;
  return kinds
    .filter((kind) => engagements[kind])
    .map((kind) => say[kind])
    .join(say.and);
}
