import type { Tx } from '#db/connect.ts';
import { principalName } from '#db/queries/authorities.ts';
import { insertMessage } from '#db/queries/conversation.ts';
import { writeHistory } from '#db/queries/history.ts';
import { lockRequest, markActed, type RequestRecord } from '#db/queries/requests.ts';
import type { Ctx } from '#server/context.ts';
import { type Actor, isMember } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { MessageView } from '#shared/requests/contract.ts';
import { policyTexts } from '#shared/requests/policy-texts.ts';
import { textsIn } from '#shared/text.ts';
import { subjectOf } from './advance.ts';
import { tellMember, tellOffice } from './tell.ts';

/** Writes to the other side about a request that has been sent; whose turn it is stays as it was. */
export function writeMessage(ctx: Ctx, actor: Actor, id: RequestId, input: { body: string }): Promise<MessageView> {
  return ctx.database.write(actor, async (tx) => {
    const request = (await lockRequest(tx, actor, id)) ?? refuse('not-found', {});
    if (request.state === 'draft') refuse('wrong-state', { because: textsIn(policyTexts, actor.lang).draft });
    const message = say(ctx, actor, request, 'message', input.body);
    const messageId = await keepMessage(tx, actor, request, message);
    if (message.fromOffice) await tellMember(ctx, tx, actor, request, 'request.message-from-office');
    else await tellOffice(ctx, tx, actor, request, 'request.message-from-member');
    const { kind, fromOffice, body, at } = message;
    const principal = actor.actingFor ? await principalName(tx, actor.actingFor) : null;
    return { id: messageId, kind, fromOffice, author: actor.name, principal, body, at: at.toISOString() };
  });
}

/** Keeps a message that is no step of the request, says that the sender's side has acted, and answers its id. */
export async function keepMessage(tx: Tx, actor: Actor, request: RequestRecord, message: ReturnType<typeof say>) {
  const messageId = await insertMessage(tx, message);
  await markActed(tx, request.id, message.fromOffice, message.at);
  const entry = { ...subjectOf(request), action: 'message', details: { messageId } };
  await writeHistory(tx, { at: message.at, actor, ...entry });
  return messageId;
}

/** A message of the actor's side about a request, ready to be kept. */
export function say(ctx: Ctx, actor: Actor, request: RequestRecord, kind: MessageView['kind'], body: string) {
  return {
    requestId: request.id,
    memberId: request.memberId,
    authorId: actor.accountId ?? refuse('not-signed-in', {}),
    principalId: actor.actingFor ?? null,
    fromOffice: !isMember(actor),
    kind,
    body,
    at: ctx.now(),
  };
}
