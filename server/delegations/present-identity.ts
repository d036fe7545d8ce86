import { blindIndex } from '#db/cells.ts';
import type { ConsentRow } from '#db/queries/consents.ts';
import type { IdentityEvent, IdentityRow } from '#db/queries/identities.ts';
import { consentState, isNeededToNominate, RECEIVERS } from '#shared/delegations/consent.ts';
import type { ConsentStatus, IdentityStatus } from '#shared/delegations/contract.ts';
import { type IdentityFinding, namesKey } from '#shared/delegations/identity.ts';
import { whyNotAskIdentity } from '#shared/delegations/policy.ts';
import type { DelegateId } from '#shared/ids.ts';
import type { Lang } from '#shared/lang.ts';
import type { Ctx } from '../context.ts';
import { currentSecret } from './vault-secrets.ts';

export type Around = {
  event: Pick<IdentityEvent, 'countryEn' | 'provisional'>;
  /** The latest of this delegate to each receiver. */
  consents: readonly ConsentRow[];
  link: { endsAt: Date; lastUsedAt: Date | null } | null;
};

/** How far a delegate's passport data are, as anybody may see it who may see the delegate. */
export function presentIdentity(
  ctx: Pick<Ctx, 'settings'>,
  row: IdentityRow,
  { event, consents, link }: Around,
  lang: Lang,
): IdentityStatus {
  return {
    delegateId: row.delegateId as DelegateId,
    notYet: whyNotAskIdentity(row, lang),
    state: row.state ?? 'missing',
    passport: row.passportMask ?? '',
    names: row.namesMask ?? '',
    findings: row.state === 'kept' ? findingsOf(ctx, row) : [],
    through: row.enteredThrough,
    enteredAt: row.enteredAt?.toISOString() ?? null,
    purgedAt: row.purgedAt?.toISOString() ?? null,
    version: row.version ?? 0,
    consents: RECEIVERS.map((receiver): ConsentStatus => {
      const kept = consents.find((one) => one.receiver === receiver);
      const state = consentState(kept, event);
      const holds = kept !== undefined && state === 'given' ? kept : null;
      return {
        ...{ receiver, needed: isNeededToNominate(receiver), state },
        ...{ method: holds?.method ?? null, lang: holds?.lang ?? null, textVersion: holds?.textVersion ?? null },
        givenAt: holds?.givenAt.toISOString() ?? null,
      };
    }),
    link: link && { endsAt: link.endsAt.toISOString(), lastUsedAt: link.lastUsedAt?.toISOString() ?? null },
  };
}

function findingsOf(ctx: Pick<Ctx, 'settings'>, row: IdentityRow): IdentityFinding[] {
  return [
    ...(row.expiresEarly ? (['expires_early'] as const) : []),
    ...(namesDiffer(ctx, row) ? (['names_differ'] as const) : []),
    ...(row.samePassport ? (['same_passport'] as const) : []),
  ];
}

/** Compared by their keyed hashes, so that the names of the passport need not be opened for it. */
function namesDiffer(ctx: Pick<Ctx, 'settings'>, row: IdentityRow): boolean {
  if (row.familyLatin === '' || row.namesIndex === null) return false;
  const known = blindIndex(currentSecret(ctx), `names|${row.eventId}`, namesKey(row.familyLatin, row.givenLatin));
  return !known.equals(Buffer.from(row.namesIndex));
}
