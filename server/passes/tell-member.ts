import type { Tx } from '#db/connect.ts';
import { enqueueMail, recipientsAtMember } from '#db/queries/enqueue-mail.ts';
import type { RequestRecord } from '#db/queries/requests.ts';
import type { Actor } from '#shared/actor.ts';
import type { passMails } from '#shared/passes/mails.ts';
import type { Ctx } from '../context.ts';

/** Tells the municipality that something about its passes has changed, and where to look; not whoever did it, when `except` names them. */
export async function tellMember(
  ctx: Ctx,
  tx: Tx,
  request: RequestRecord,
  template: keyof typeof passMails,
  except: Actor | null = null,
): Promise<void> {
  await enqueueMail(tx, {
    to: (await recipientsAtMember(tx, request.memberId)).filter((id) => id !== except?.accountId),
    template,
    params: { reference: request.reference ?? '', path: `/requests/${request.id}` },
    requestId: request.id,
    memberId: request.memberId,
    at: ctx.realNow(),
  });
}
