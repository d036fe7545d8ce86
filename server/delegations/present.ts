import type { DelegateColumns, DelegateRow } from '#db/queries/delegates.ts';
import type { DelegationDetail, DelegationListRow } from '#db/queries/delegations.ts';
import type { DelegateInput, DelegateView, DelegationRow, DelegationView } from '#shared/delegations/contract.ts';
import type { DelegateId, DelegationId, EventId, OrganisationId } from '#shared/ids.ts';

export function presentDelegate(row: DelegateRow): DelegateView {
  const { delegationId: _, eventId: __, memberId: ___, titleJa, titleEn, ...plain } = row;
  const level = row.level as DelegateView['level'];
  return { ...plain, id: row.id as DelegateId, title: { ja: titleJa, en: titleEn }, level };
}

/** The columns in which the database keeps what was entered about a delegate. */
export function columnsOf({ title, ...plain }: DelegateInput): DelegateColumns {
  return { ...plain, titleJa: title.ja, titleEn: title.en };
}

export function presentDelegation(row: DelegationDetail, delegates: DelegateRow[]): DelegationView {
  const { eventSlug, purpose, minimumParty, version } = row;
  return {
    ...{ eventSlug, purpose, minimumParty, version },
    id: row.id as DelegationId,
    eventId: row.eventId as EventId,
    member: { id: row.memberId as OrganisationId, name: { ja: row.memberNameJa, en: row.memberNameEn } },
    headDelegateId: row.headDelegateId as DelegateId | null,
    delegates: delegates.map(presentDelegate),
  };
}

export function presentDelegationRow(row: DelegationListRow): DelegationRow {
  return {
    id: row.id as DelegationId,
    member: { id: row.memberId as OrganisationId, name: { ja: row.nameJa, en: row.nameEn } },
    delegates: row.count ?? 0,
    head: row.familyName === null ? null : `${row.familyName} ${row.givenName}`,
    from: row.from,
    to: row.to,
  };
}
