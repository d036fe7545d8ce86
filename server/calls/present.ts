import type { CallRow, exceptionsOf } from '#db/queries/calls.ts';
import { callState } from '#shared/calls/call.ts';
import type { CallView, ExceptionView } from '#shared/calls/contract.ts';
import type { CallId, OrganisationId, RoomId } from '#shared/ids.ts';

export function presentCall(row: CallRow, now: Date): CallView {
  const room = { ja: row.roomJa ?? '', en: row.roomEn ?? '' };
  return {
    id: row.id as CallId,
    room: row.roomId ? { id: row.roomId as RoomId, name: room } : null,
    timeZone: row.timeZone,
    title: { ja: row.titleJa, en: row.titleEn },
    guidance: { ja: row.guidanceJa, en: row.guidanceEn },
    opensAt: row.opensAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    state: callState(row, now),
    mostPerMember: row.mostPerMember,
    needsSignOff: row.needsSignOff,
    scoresHidden: row.scoresHidden,
    questions: row.questions,
    criteria: row.criteria,
    proposals: row.proposals,
    lateUntil: row.lateUntil?.toISOString() ?? null,
    version: row.version,
  };
}

export function presentException(row: Awaited<ReturnType<typeof exceptionsOf>>[number]): ExceptionView {
  return {
    member: { id: row.memberId as OrganisationId, name: { ja: row.nameJa, en: row.nameEn } },
    until: row.until.toISOString(),
    reason: row.reason,
    givenBy: row.givenBy,
    givenAt: row.givenAt.toISOString(),
  };
}
