import { acknowledge, forgetAcknowledgement } from '#db/queries/finding-acknowledgements.ts';
import { writeHistory } from '#db/queries/history.ts';
import { eventForBoard } from '#db/queries/pass-board.ts';
import type { Actor } from '#shared/actor.ts';
import type { Acknowledge, FindingList } from '#shared/clashes/contract.ts';
import { clashTexts } from '#shared/clashes/texts.ts';
import { refuse } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import { findingsOf } from './list-findings.ts';

type Which = { event: string; key: string };

/** Lets a finding be, for a reason, in the situation that was looked at; refuses when something has moved since, or it is settled. */
export function acknowledgeFinding(
  ctx: Ctx,
  actor: Actor,
  { event: slug, key }: Which,
  { stamp, reason }: Acknowledge,
): Promise<FindingList> {
  return ctx.database.write(actor, async (tx) => {
    const event = (await eventForBoard(tx, slug)) ?? refuse('not-found', {});
    const { items } = await findingsOf(tx, actor, event);
    const finding = items.find((one) => one.key === key);
    if (finding?.stamp !== stamp) refuse('changed-meanwhile', {}, { current: finding ?? null });
    const { accountId } = actor;
    if (accountId === null) return refuse('not-signed-in', {});
    await acknowledge(tx, {
      ...{ eventId: event.id, findingKey: key, stamp, reason },
      ...{ givenBy: accountId, givenAt: ctx.now() },
    });
    await writeHistory(tx, {
      ...{ at: ctx.now(), actor, subject: 'event', subjectId: event.id, eventId: event.id },
      ...{ action: 'finding.acknowledged', reason, details: { key, stamp } },
    });
    return findingsOf(tx, actor, event);
  });
}

/** Takes an acknowledgement back, so that the finding counts again. */
export function reopenFinding(ctx: Ctx, actor: Actor, { event: slug, key }: Which): Promise<FindingList> {
  return ctx.database.write(actor, async (tx) => {
    const event = (await eventForBoard(tx, slug)) ?? refuse('not-found', {});
    if (!(await forgetAcknowledgement(tx, event.id, key))) {
      refuse('wrong-state', { because: textsIn(clashTexts, actor.lang).notAcknowledged });
    }
    await writeHistory(tx, {
      ...{ at: ctx.now(), actor, subject: 'event', subjectId: event.id, eventId: event.id },
      ...{ action: 'finding.reopened', details: { key } },
    });
    return findingsOf(tx, actor, event);
  });
}
