import type { BilateralRequestRow, MeetingRow } from '#db/queries/meetings.ts';
import type { BilateralRow, MeetingView } from '#shared/bilaterals/contract.ts';
import { personName } from '#shared/clashes/person-name.ts';
import type { DelegateId, MeetingId, OrganisationId, RequestId, RoomId } from '#shared/ids.ts';
import { BilateralDetails } from '#shared/requests/kinds/bilateral.ts';

export function presentMeeting(row: MeetingRow): MeetingView {
  return {
    id: row.id as MeetingId,
    requestId: row.requestId as RequestId,
    reference: row.reference,
    member: { id: row.memberId as OrganisationId, name: { ja: row.memberJa, en: row.memberEn } },
    counterpart: {
      id: row.counterpartId as OrganisationId,
      name: { ja: row.counterpartJa, en: row.counterpartEn },
      country: { ja: row.countryJa, en: row.countryEn },
      timeZone: row.counterpartZone,
    },
    counterpartPerson: row.counterpartPerson,
    state: row.state,
    startsAt: row.startsAt?.toISOString() ?? null,
    endsAt: row.endsAt?.toISOString() ?? null,
    timeZone: row.timeZone,
    mode: row.mode,
    room: row.roomId
      ? { id: row.roomId as RoomId, name: { ja: row.roomJa ?? '', en: row.roomEn ?? '' }, area: row.area ?? '' }
      : null,
    place: { ja: row.placeJa, en: row.placeEn },
    language: row.language,
    delegates: row.delegates.map((one) => ({
      id: one.id as DelegateId,
      name: personName({ ...one, familyLatin: '', givenLatin: '' }).ja,
      title: { ja: one.titleJa, en: one.titleEn },
      level: one.level,
    })),
    version: row.version,
  };
}

export function presentRow(row: BilateralRequestRow, meeting: MeetingRow | undefined): BilateralRow {
  const { counterpartName, windows, minutes } = BilateralDetails.parse(row.details);
  return {
    requestId: row.id as RequestId,
    reference: row.reference,
    requestVersion: row.version,
    state: row.state,
    turn: row.turn,
    dueAt: row.dueAt?.toISOString() ?? null,
    member: { id: row.memberId as OrganisationId, name: { ja: row.memberJa, en: row.memberEn } },
    title: { ja: row.titleJa, en: row.titleEn },
    counterpartName,
    windows,
    minutes,
    meeting: meeting ? presentMeeting(meeting) : null,
  };
}
