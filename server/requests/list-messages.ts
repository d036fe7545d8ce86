import { messagesOf } from '#db/queries/conversation.ts';
import { findRequest } from '#db/queries/requests.ts';
import type { Ctx } from '#server/context.ts';
import type { Actor } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { MessageView } from '#shared/requests/contract.ts';
import { presentMessage } from './present.ts';

/** The conversation with the municipality, oldest first. */
export function listMessages(ctx: Ctx, actor: Actor, id: RequestId): Promise<{ items: MessageView[] }> {
  return ctx.database.read(actor, async (db) => {
    if (!(await findRequest(db, actor, id))) refuse('not-found', {});
    return { items: (await messagesOf(db, id)).map(presentMessage) };
  });
}
