import { exceptionsOf, keepException, lockCall } from '#db/queries/calls.ts';
import { writeHistory } from '#db/queries/history.ts';
import { isMembership } from '#db/queries/requests.ts';
import type { Actor } from '#shared/actor.ts';
import type { ExceptionInput, ExceptionView } from '#shared/calls/contract.ts';
import { callTexts } from '#shared/calls/texts.ts';
import type { CallId, OrganisationId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import { presentException } from './present.ts';
import { wholeCall } from './read-calls.ts';

type Answer = { items: ExceptionView[] };

/** Who may send to a call after its closing, and why. */
export function listExceptions(ctx: Ctx, actor: Actor, id: CallId): Promise<Answer> {
  return ctx.database.read(actor, async (db) => {
    await wholeCall(ctx, db, actor, id);
    return { items: (await exceptionsOf(db, id)).map(presentException) };
  });
}

/** Lets one municipality send until an instant after the closing. The reason stays at the office. */
export function giveException(
  ctx: Ctx,
  actor: Actor,
  callId: CallId,
  memberId: OrganisationId,
  { until, reason }: ExceptionInput,
): Promise<Answer> {
  const end = new Date(until);
  return ctx.database.write(actor, async (tx) => {
    const { eventId } = (await lockCall(tx, callId)) ?? refuse('not-found', {});
    if (!(await isMembership(tx, memberId))) refuse('not-found', {});
    if (end <= ctx.now()) {
      const detail = textsIn(callTexts, actor.lang).past;
      refuse('invalid-input', { count: 1 }, { errors: [{ pointer: '/until', detail }] });
    }
    const givenBy = actor.accountId ?? refuse('not-signed-in', {});
    await keepException(tx, { callId, memberId, until: end, reason, givenBy, givenAt: ctx.now() });
    const entry = { subject: 'call', subjectId: callId, action: 'except', eventId, reason };
    await writeHistory(tx, { at: ctx.now(), actor, ...entry, details: { member: memberId, until } });
    return { items: (await exceptionsOf(tx, callId)).map(presentException) };
  });
}
