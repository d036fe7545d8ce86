import type { RoomRow } from '#db/queries/draft-schedule.ts';
import type { releasesOf } from '#db/queries/releases.ts';
import type { SessionRow, SpeakerRow } from '#db/queries/sessions.ts';
import { personName } from '#shared/clashes/person-name.ts';
import type { RoomView } from '#shared/events/contract.ts';
import type { DelegateId, OrganisationId, ProgrammeSessionId, RequestId, RoomId, VenueId } from '#shared/ids.ts';
import { parseDetails } from '#shared/requests/kinds.ts';
import type { PublicSession, ReleaseView, SessionView, SpeakerView } from '#shared/schedule/contract.ts';
import { dayOf } from '#shared/time.ts';

export function presentSession(row: SessionRow): SessionView {
  const details = row.details === null ? null : parseDetails('speaking', row.details);
  return {
    id: row.id as ProgrammeSessionId,
    requestId: row.requestId as RequestId | null,
    memberId: row.memberId as OrganisationId | null,
    kind: row.kind,
    partner: { ja: row.partnerJa, en: row.partnerEn },
    ...textOf(row),
    minutes: row.minutes,
    setupMinutes: row.setupMinutes,
    teardownMinutes: row.teardownMinutes,
    capacity: row.capacity,
    stream: { state: row.streaming, url: row.streamUrl },
    contact: row.contact,
    state: row.state,
    trial: row.trial,
    hosts: row.hosts.map((host) => ({
      ...{ id: host.id as OrganisationId, role: host.role },
      name: { ja: host.nameJa, en: host.nameEn },
    })),
    speakers: row.speakers.map(presentSpeaker),
    standbys: row.standbys.map(presentSpeaker),
    slot:
      row.roomId && row.startsAt && row.endsAt
        ? {
            roomId: row.roomId as RoomId,
            startsAt: row.startsAt.toISOString(),
            endsAt: row.endsAt.toISOString(),
          }
        : null,
    wishes: details?.success && 'wishes' in details.data ? details.data.wishes : [],
    version: row.version,
  };
}

function textOf(row: SessionRow) {
  return {
    title: { ja: row.titleJa, en: row.titleEn },
    abstract: { ja: row.abstractJa, en: row.abstractEn },
    theme: row.theme,
    format: row.format,
    language: row.language,
    interpretation: row.interpretation,
    notices: { noPhoto: row.noticeNoPhoto, noRecording: row.noticeNoRecording },
  };
}

/** A delegate's name is their own; title and organisation are theirs unless something else was written. */
function presentSpeaker(row: SpeakerRow): SpeakerView {
  const { delegate } = row;
  return {
    delegateId: row.delegateId as DelegateId | null,
    role: row.role,
    name: delegate ? personName(delegate) : { ja: row.nameJa, en: row.nameEn },
    title: { ja: row.titleJa || (delegate?.titleJa ?? ''), en: row.titleEn || (delegate?.titleEn ?? '') },
    organisation: {
      ja: row.organisationJa || (delegate?.memberJa ?? ''),
      en: row.organisationEn || (delegate?.memberEn ?? ''),
    },
    isPublic: row.isPublic,
    noPhoto: row.noPhoto,
    noRecording: row.noRecording,
  };
}

/**
 * What a release would copy of a placed session; null without a room or time, for a trial, and for a block, which is
 * nobody's session yet. Nothing but what is listed here is public.
 */
export function publicSession(row: SessionRow, rooms: readonly RoomRow[]): PublicSession | null {
  const room = rooms.find((one) => one.id === row.roomId);
  if (row.trial || row.kind === 'block' || !room || !row.startsAt || !row.endsAt) return null;
  return {
    id: row.id as ProgrammeSessionId,
    day: dayOf(row.startsAt, room.timeZone),
    room: {
      id: room.id as RoomId,
      slug: room.slug,
      name: { ja: room.nameJa, en: room.nameEn },
      area: room.area,
      capacity: room.capacity,
      position: room.position,
      timeZone: room.timeZone,
    },
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    ...textOf(row),
    state: 'planned',
    hosts: row.hosts.map((host) => ({
      id: host.id as OrganisationId,
      name: { ja: host.nameJa, en: host.nameEn },
      isMember: host.isMember,
      role: host.role,
    })),
    speakers: row.speakers
      .map(presentSpeaker)
      .filter((speaker) => speaker.isPublic)
      .map(({ name, title, organisation, role }) => ({ name, title, organisation, role })),
    streamUrl: row.streaming === 'public' ? row.streamUrl : null,
  };
}

export function presentRoom(row: RoomRow): RoomView {
  const { nameJa, nameEn, id, venueId, ...rest } = row;
  return { ...rest, id: id as RoomId, venueId: venueId as VenueId, name: { ja: nameJa, en: nameEn } };
}

export function presentRelease(row: Awaited<ReturnType<typeof releasesOf>>[number]): ReleaseView {
  return {
    number: row.number,
    comment: { ja: row.commentJa, en: row.commentEn },
    releasedAt: row.releasedAt.toISOString(),
    releasedBy: row.releasedBy ?? '',
    sessions: row.sessions ?? 0,
  };
}
