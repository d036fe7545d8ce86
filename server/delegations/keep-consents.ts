import type { Tx, Who } from '#db/connect.ts';
import { endConsent as end, giveConsent } from '#db/queries/consents.ts';
import { type DelegateRow, lockDelegate } from '#db/queries/delegates.ts';
import { findEventId } from '#db/queries/events.ts';
import { writeHistory } from '#db/queries/history.ts';
import { eventOfIdentities } from '#db/queries/identities.ts';
import type { Actor } from '#shared/actor.ts';
import type { Receiver } from '#shared/delegations/consent.ts';
import type { ConsentWords, IdentityStatus } from '#shared/delegations/contract.ts';
import { identityTexts } from '#shared/delegations/identity-texts.ts';
import type { DelegateId } from '#shared/ids.ts';
import type { Lang } from '#shared/lang.ts';
import { refuse } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import { refuseUnreached } from '../reach.ts';
import { consentWords } from './consent-words.ts';
import { identityStatus } from './identity-statuses.ts';

/** What delegates to an event are asked to agree to. */
export function listConsentTexts(ctx: Ctx, actor: Actor, slug: string, lang: Lang): Promise<ConsentWords[]> {
  return ctx.database.read(actor, async (db) => {
    const eventId = (await findEventId(db, slug)) ?? refuse('not-found', {});
    return consentWords(await eventOfIdentities(db, eventId), lang);
  });
}

/** Records a consent that an officer has before them on paper. */
export function recordConsent(
  ctx: Ctx,
  actor: Actor,
  id: DelegateId,
  receiver: Receiver,
  { lang, textVersion }: { lang: Lang; textVersion: string },
): Promise<IdentityStatus> {
  return ctx.database.write(actor, async (tx) => {
    const delegate = await lockReached(tx, actor, id);
    const how = { method: 'paper', recordedBy: actor.accountId } as const;
    await writeConsent(ctx, tx, actor, delegate, { receiver, lang, textVersion, ...how });
    return identityStatus(ctx, tx, id, actor.lang);
  });
}

/** Records that a delegate has withdrawn a consent; what has been passed on meanwhile stays passed on. */
export function endConsent(ctx: Ctx, actor: Actor, id: DelegateId, receiver: Receiver): Promise<IdentityStatus> {
  return ctx.database.write(actor, async (tx) => {
    const delegate = await lockReached(tx, actor, id);
    await withdrawConsent(ctx, tx, actor, delegate, receiver);
    return identityStatus(ctx, tx, id, actor.lang);
  });
}

async function lockReached(tx: Tx, actor: Actor, id: DelegateId): Promise<DelegateRow> {
  const delegate = (await lockDelegate(tx, id)) ?? refuse('not-found', {});
  refuseUnreached(actor, 'identity.ask', delegate.memberId);
  return delegate;
}

type Given = {
  receiver: Receiver;
  lang: Lang;
  textVersion: string;
  method: 'link' | 'paper';
  recordedBy: string | null;
};

/** Writes a consent of a locked delegate down. Refused when the words have changed since they were shown. */
export async function writeConsent(ctx: Ctx, tx: Tx, who: Who, delegate: DelegateRow, given: Given): Promise<void> {
  const event = await eventOfIdentities(tx, delegate.eventId);
  const current = consentWords(event, given.lang).find((one) => one.receiver === given.receiver);
  if (current?.version !== given.textVersion) {
    refuse('wrong-state', { because: textsIn(identityTexts, given.lang).textChanged });
  }
  const { id: delegateId, eventId, memberId } = delegate;
  const place = { country: event.countryEn, provisional: event.provisional };
  await giveConsent(tx, { delegateId, eventId, memberId, givenAt: ctx.now(), ...given, ...place });
  const { receiver, method, lang, textVersion } = given;
  await note(ctx, tx, who, delegate, 'consent.given', { receiver, method, lang, textVersion });
}

/** Ends a consent of a locked delegate; refused when there is none to end. */
export async function withdrawConsent(
  ctx: Ctx,
  tx: Tx,
  who: Who,
  delegate: DelegateRow,
  receiver: Receiver,
): Promise<void> {
  const was = await end(tx, { delegateId: delegate.id, receiver }, 'withdrawn', ctx.now());
  if (!was) refuse('wrong-state', {});
  await note(ctx, tx, who, delegate, 'consent.withdrawn', { receiver });
}

async function note(
  ctx: Ctx,
  tx: Tx,
  actor: Who,
  { id, memberId, eventId }: DelegateRow,
  action: string,
  details: Record<string, string>,
): Promise<void> {
  const entry = { subject: 'delegate', subjectId: id, action, memberId, eventId, details };
  await writeHistory(tx, { at: ctx.now(), actor, ...entry });
}
