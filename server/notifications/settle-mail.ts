import { writeHistory } from '#db/queries/history.ts';
import { lockMail, type MailState, setMailState } from '#db/queries/outbox.ts';
import type { Actor } from '#shared/actor.ts';
import type { OutboxId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';

/** Makes a mail that could not be sent, or was taken out, due again. */
export function retryMail(ctx: Ctx, actor: Actor, id: OutboxId): Promise<void> {
  return settle(ctx, actor, id, { from: ['dead', 'dropped'], to: 'ready', action: 'retry' });
}

/** Takes a mail out that has not been sent. */
export function dropMail(ctx: Ctx, actor: Actor, id: OutboxId): Promise<void> {
  return settle(ctx, actor, id, { from: ['ready', 'dead'], to: 'dropped', action: 'drop' });
}

type Step = { from: readonly MailState[]; to: 'ready' | 'dropped'; action: string };

function settle(ctx: Ctx, actor: Actor, id: OutboxId, { from, to, action }: Step): Promise<void> {
  const now = ctx.realNow();
  return ctx.database.write(actor, async (tx) => {
    const mail = (await lockMail(tx, id, now)) ?? refuse('not-found', {});
    // On its way to the mail server at this moment: whether it has gone is known in a minute.
    if (mail.isBeingSent || !from.includes(mail.state as MailState)) refuse('wrong-state', {});
    await setMailState(tx, id, to, now);
    await writeHistory(tx, {
      ...{ at: ctx.now(), actor, subject: 'outbox', subjectId: id, action, from: mail.state, to },
      ...{ memberId: mail.memberId, requestId: mail.requestId },
    });
  });
}
