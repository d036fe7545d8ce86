import type { Db } from '#db/connect.ts';
import { latestConsents } from '#db/queries/consents.ts';
import { eventOfIdentities, identityRows } from '#db/queries/identities.ts';
import { consentState, NEEDED_TO_NOMINATE } from '#shared/delegations/consent.ts';
import { engagementTexts } from '#shared/delegations/engagement-texts.ts';
import type { DelegateId } from '#shared/ids.ts';
import type { Lang } from '#shared/lang.ts';
import { refuse } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';

/** Somebody whose data may not be handed in yet: what of the passport or of the consents is missing. */
export type Unready = { delegateId: DelegateId; name: string; identity: boolean; consents: boolean };

/** Those among delegates of one event who have no complete passport data or not every consent a nomination needs. */
export async function whoHasNoConsent(db: Db, delegateIds: readonly string[]): Promise<Unready[]> {
  const rows = await identityRows(db, { delegateIds }, false);
  const [first] = rows;
  if (!first) return [];
  const event = await eventOfIdentities(db, first.eventId);
  const consents = await latestConsents(db, delegateIds);
  return rows.flatMap(({ delegateId, familyName, givenName, state }) => {
    const own = consents.filter((one) => one.delegateId === delegateId);
    const holds = NEEDED_TO_NOMINATE.every(
      (receiver) =>
        consentState(
          own.find((one) => one.receiver === receiver),
          event,
        ) === 'given',
    );
    const missing = { identity: state === null, consents: !holds };
    if (!missing.identity && !missing.consents) return [];
    return [{ delegateId: delegateId as DelegateId, name: `${familyName} ${givenName}`, ...missing }];
  });
}

/** Refuses to hand in anybody whose passport data or consents are missing, by name. Asked of whoever may know them. */
export async function refuseUnready(db: Db, delegateIds: readonly string[], lang: Lang): Promise<void> {
  const unready = await whoHasNoConsent(db, delegateIds);
  if (unready.length === 0) return;
  const names = unready.map((one) => one.name).join(textsIn(engagementTexts, lang).and);
  const parts = {
    identity: unready.some((one) => one.identity),
    consents: unready.some((one) => one.consents),
  };
  refuse('consent-missing', { names, ...parts }, { delegateIds: unready.map((one) => one.delegateId) });
}
