import type { Tx } from '#db/connect.ts';
import { enqueueMail, recipientsAtMember } from '#db/queries/enqueue-mail.ts';
import type { RequestRecord } from '#db/queries/requests.ts';
import type { passMails } from '#shared/passes/mails.ts';
import type { Ctx } from '../context.ts';

/** Tells the municipality that something about its passes has changed, and where to look. */
export async function tellMember(
  ctx: Ctx,
  tx: Tx,
  request: RequestRecord,
  template: keyof typeof passMails,
): Promise<void> {
  await enqueueMail(tx, {
    to: await recipientsAtMember(tx, request.memberId),
    template,
    params: { reference: request.reference ?? '', path: `/requests/${request.id}` },
    requestId: request.id,
    memberId: request.memberId,
    at: ctx.realNow(),
  });
}
