import { newId } from '#db/id.ts';
import { lockDelegate } from '#db/queries/delegates.ts';
import { enqueueMailToDelegate } from '#db/queries/enqueue-mail.ts';
import { writeHistory } from '#db/queries/history.ts';
import { eventOfIdentities, identityRows } from '#db/queries/identities.ts';
import { revokeIdentityLink as endLink, makeIdentityLink as keepLink } from '#db/queries/identity-links.ts';
import type { Actor } from '#shared/actor.ts';
import type { IdentityLinkMade } from '#shared/delegations/contract.ts';
import { whyNotAskIdentity } from '#shared/delegations/policy.ts';
import type { DelegateId } from '#shared/ids.ts';
import type { Lang } from '#shared/lang.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { refuseUnreached } from '../reach.ts';
import { hashOfToken, tokenOfMail } from '../secret-token.ts';

const VALID_MS = 14 * 86_400_000;
const PAGE = '/identity';

/** Makes a delegate's personal link, answers it once, and mails it to them when asked and possible. */
export function makeIdentityLink(
  ctx: Ctx,
  actor: Actor,
  id: DelegateId,
  { lang, send }: { lang: Lang; send: boolean },
): Promise<IdentityLinkMade> {
  return ctx.database.write(actor, async (tx) => {
    await lockDelegate(tx, id);
    const [row] = await identityRows(tx, { delegateIds: [id] }, false);
    if (!row || row.removed) refuse('not-found', {});
    refuseUnreached(actor, 'identity.ask', row.memberId);
    const because = whyNotAskIdentity(row, actor.lang);
    if (because) refuse('wrong-state', { because });

    const { eventId, memberId } = row;
    const linkId = newId();
    // Made from the link's own id, so that the mail can say it later and it need not be kept anywhere.
    const token = tokenOfMail(ctx.settings.appSecret, linkId);
    const madeAt = ctx.realNow();
    const endsAt = new Date(madeAt.getTime() + VALID_MS);
    const whose = { id: linkId, delegateId: id, eventId, memberId };
    await keepLink(tx, { ...whose, tokenHash: hashOfToken(token), lang, madeBy: actor.accountId, madeAt, endsAt });
    const sent = send && row.email !== '';
    if (sent) {
      const { shortName } = await eventOfIdentities(tx, eventId);
      const params = { link: 'identity', linkId, event: shortName, path: PAGE, lang };
      const template = 'delegation.identity-link';
      await enqueueMailToDelegate(tx, { delegateId: id, memberId, template, params, at: madeAt });
    }
    await writeHistory(tx, {
      ...{ at: ctx.now(), actor, subject: 'delegate', subjectId: id, action: 'identity.link-made', memberId, eventId },
      details: { sent },
    });
    return { url: `${ctx.settings.publicUrl}${PAGE}#t=${token}`, endsAt: endsAt.toISOString(), sent };
  });
}

/** Ends a delegate's personal link; refused when there is none to end. */
export function revokeIdentityLink(ctx: Ctx, actor: Actor, id: DelegateId): Promise<void> {
  return ctx.database.write(actor, async (tx) => {
    const delegate = (await lockDelegate(tx, id)) ?? refuse('not-found', {});
    refuseUnreached(actor, 'identity.ask', delegate.memberId);
    if (!(await endLink(tx, id, ctx.realNow()))) refuse('wrong-state', {});
    const { memberId, eventId } = delegate;
    const entry = { subject: 'delegate', subjectId: id, action: 'identity.link-ended', memberId, eventId };
    await writeHistory(tx, { at: ctx.now(), actor, ...entry });
  });
}
