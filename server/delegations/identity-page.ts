import type { Db, Who } from '#db/connect.ts';
import { lockDelegate } from '#db/queries/delegates.ts';
import { eventOfIdentities } from '#db/queries/identities.ts';
import { findIdentityLink, touchIdentityLink } from '#db/queries/identity-links.ts';
import { delegateOnPage } from '#db/queries/identity-page.ts';
import type { Receiver } from '#shared/delegations/consent.ts';
import type { IdentityInput, IdentityPage } from '#shared/delegations/contract.ts';
import { KEPT_DAYS } from '#shared/delegations/identity.ts';
import type { Lang } from '#shared/lang.ts';
import { refuse } from '#shared/problem.ts';
import { addDays } from '#shared/time.ts';
import type { Ctx } from '../context.ts';
import { hashOfToken } from '../secret-token.ts';
import { consentWords } from './consent-words.ts';
import { identityStatus } from './identity-statuses.ts';
import { withdrawConsent, writeConsent } from './keep-consents.ts';
import { identityOf, keepPassport } from './keep-identity.ts';
import { viewingsOf } from './list-viewings.ts';

type Opened = { token: string; lang: Lang };
type Link = { who: Who; delegateId: string; endsAt: Date };

/** A delegate's own page. Opening it spends nothing, however often a mail gateway does it. */
export async function openIdentityPage(ctx: Ctx, { token, lang }: Opened): Promise<IdentityPage> {
  const link = await linkOf(ctx, token);
  return ctx.database.read(link.who, (db) => page(ctx, db, link, lang));
}

/** The delegate enters what their passport says. */
export async function keepIdentityByLink(
  ctx: Ctx,
  { token, lang, identity }: Opened & { identity: IdentityInput },
): Promise<IdentityPage> {
  const link = await linkOf(ctx, token);
  const row = await identityOf(ctx.database, link.who, link.delegateId);
  await keepPassport(ctx, { who: link.who, lang, through: 'link', by: null, at: '/identity' }, row, identity);
  return ctx.database.write(link.who, async (tx) => {
    await touchIdentityLink(tx, link.delegateId, ctx.realNow());
    return page(ctx, tx, link, lang);
  });
}

/** The delegate agrees, or takes it back. */
export async function decideByLink(
  ctx: Ctx,
  { token, lang, receiver, given, textVersion }: Opened & { receiver: Receiver; given: boolean; textVersion: string },
): Promise<IdentityPage> {
  const link = await linkOf(ctx, token);
  return ctx.database.write(link.who, async (tx) => {
    const delegate = (await lockDelegate(tx, link.delegateId)) ?? refuse('link-not-valid', {});
    if (given) {
      const consent = { receiver, lang, textVersion, method: 'link', recordedBy: null } as const;
      await writeConsent(ctx, tx, link.who, delegate, consent);
    } else await withdrawConsent(ctx, tx, link.who, delegate, receiver);
    await touchIdentityLink(tx, link.delegateId, ctx.realNow());
    return page(ctx, tx, link, lang);
  });
}

/** Whose link this is. Whoever holds it is to the database that municipality, and to us that delegate alone. */
async function linkOf(ctx: Ctx, token: string): Promise<Link> {
  const nobody = { accountId: null, memberId: null, role: 'anonymous' };
  const found = await ctx.database.read(nobody, (db) => findIdentityLink(db, hashOfToken(token), ctx.realNow()));
  if (!found) refuse('link-not-valid', {});
  const who = { accountId: null, memberId: found.memberId, role: 'delegate' };
  return { who, delegateId: found.delegateId, endsAt: found.endsAt };
}

async function page(ctx: Ctx, db: Db, { delegateId, endsAt }: Link, lang: Lang): Promise<IdentityPage> {
  const delegate = (await delegateOnPage(db, delegateId)) ?? refuse('link-not-valid', {});
  const event = await eventOfIdentities(db, delegate.eventId);
  const { familyName, givenName, level } = delegate;
  return {
    delegate: { familyName, givenName, level, title: { ja: delegate.titleJa, en: delegate.titleEn } },
    member: { ja: delegate.memberJa, en: delegate.memberEn },
    event: {
      ...{ shortName: event.shortName, name: { ja: event.nameJa, en: event.nameEn } },
      ...{ endsOn: event.endsOn, passportMonths: event.passportMonths },
    },
    keptUntil: addDays(event.endsOn, KEPT_DAYS),
    linkEndsAt: endsAt.toISOString(),
    status: await identityStatus(ctx, db, delegateId, lang),
    consents: consentWords(event, lang),
    viewings: await viewingsOf(db, delegateId, lang),
  };
}
