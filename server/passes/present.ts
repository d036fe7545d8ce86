import type { PassRow } from '#db/queries/passes.ts';
import { passportName, personName } from '#shared/clashes/person-name.ts';
import type { DelegateId, OrganisationId, PassId, PoolId, RequestId } from '#shared/ids.ts';
import type { PassView } from '#shared/passes/contract.ts';

export function presentPass(row: PassRow): PassView {
  return {
    id: row.id as PassId,
    poolId: row.poolId as PoolId,
    poolName: { ja: row.poolNameJa, en: row.poolNameEn },
    zone: row.zone,
    placeNumber: row.placeNumber,
    delegate: { id: row.delegateId as DelegateId, name: personName(row).ja, nameLatin: passportName(row) },
    memberId: row.memberId as OrganisationId,
    requestId: row.requestId as RequestId | null,
    from: row.from,
    to: row.to,
    state: row.state,
    official: row.official as PassView['official'],
    version: row.version,
  };
}
