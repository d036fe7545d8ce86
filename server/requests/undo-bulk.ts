import type { Tx } from '#db/connect.ts';
import { deleteMessage } from '#db/queries/conversation.ts';
import { dropMail } from '#db/queries/drop-mail.ts';
import { bulkChange } from '#db/queries/read-history.ts';
import type { RequestRecord } from '#db/queries/requests.ts';
import type { Ctx } from '#server/context.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import { policyTexts } from '#shared/requests/policy-texts.ts';
import { textsIn } from '#shared/text.ts';
import { type Before, restore } from './advance.ts';
import { tellMember } from './tell.ts';

/** What a bulk act leaves in the history of each request, so that it can be taken back. */
type Trace = { before: Before; version: number; messageId?: string; givenUp?: boolean };

/**
 * Takes back what one bulk act of this person did to a request, as long as nobody has gone on from there. Mail not
 * sent yet is dropped; when it is out already, the municipality is told that it no longer holds.
 */
export async function undoBulk(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  undoes: string,
): Promise<RequestRecord> {
  const words = textsIn(policyTexts, actor.lang);
  const trace = (await bulkChange(tx, request.id, undoes, actor.accountId ?? '')) as Trace | undefined;
  if (!trace) return refuse('wrong-state', { because: words.notYours });
  if (trace.version !== request.version) return refuse('wrong-state', { because: words.goneOn });
  if (trace.givenUp) return refuse('wrong-state', { because: words.givenUp });
  const after = await restore(ctx, tx, actor, request, trace.before, undoes);
  if (trace.messageId) await deleteMessage(tx, request.id, trace.messageId);
  const dropped = await dropMail(tx, `bulk:${undoes}:${request.id}`);
  const stateChanged = trace.before.state !== request.state && request.state !== 'in_triage';
  if (!dropped && stateChanged) await tellMember(ctx, tx, actor, after, 'request.corrected');
  return after;
}
