import type { Tx } from '#db/connect.ts';
import { enqueueMail, recipientsAtMember, recipientsAtOffice } from '#db/queries/enqueue-mail.ts';
import type { RequestRecord } from '#db/queries/requests.ts';
import type { Ctx } from '#server/context.ts';
import type { Actor } from '#shared/actor.ts';
import type { RequestMail } from '#shared/requests/mails.ts';

export type Telling = {
  dueAt?: Date | null;
  /** Under a bulk act, so that mail not sent yet can be dropped when the act is taken back. */
  bulk?: string;
};

/** Mails the municipality's officers and managers about their request, except whoever did it. */
export async function tellMember(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  mail: RequestMail,
  telling: Telling = {},
): Promise<void> {
  await send(
    ctx,
    tx,
    actor,
    request,
    mail,
    await recipientsAtMember(tx, request.memberId),
    `/requests/${request.id}`,
    telling,
  );
}

/** Mails the request's owner, or everybody who triages while nobody owns it or the owner has left; except whoever did it. */
export async function tellOffice(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  mail: RequestMail,
  telling: Telling = {},
): Promise<void> {
  const owner = request.ownerId ? await recipientsAtOffice(tx, request.ownerId) : [];
  const to = owner.length > 0 ? owner : await recipientsAtOffice(tx, null);
  await send(ctx, tx, actor, request, mail, to, `/desk/requests/${request.id}`, telling);
}

async function send(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  template: RequestMail,
  to: readonly string[],
  path: string,
  { dueAt, bulk }: Telling,
): Promise<void> {
  const due = dueAt ? { dueAt: dueAt.toISOString() } : {};
  await enqueueMail(tx, {
    to: to.filter((id) => id !== actor.accountId),
    template,
    params: { path, reference: request.reference ?? '', kind: request.kind, ...due },
    requestId: request.id,
    memberId: request.memberId,
    ...(bulk ? { dedupeKey: `bulk:${bulk}:${request.id}` } : {}),
    at: ctx.realNow(),
  });
}
