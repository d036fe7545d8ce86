import type { DeadlineRow, RoomRow, VenueRow, WindowRow } from '#db/queries/event-parts.ts';
import type { DayRow, EventDetailRow, EventListRow, ProcessRow } from '#db/queries/events.ts';
import type { PoolRow } from '#db/queries/pass-pools.ts';
import type {
  DeadlineView,
  EventDay,
  EventRow,
  EventView,
  PoolView,
  ProcessChoice,
  RoomView,
  VenueView,
  WindowView,
} from '#shared/events/contract.ts';
import type { DeadlineId, EventId, PoolId, RoomId, VenueId, WindowId } from '#shared/ids.ts';

// The database's own checks hold each of these texts to the contract's lists.
export function presentRow(row: EventListRow): EventRow {
  const { slug, shortName, startsOn, endsOn, actualEndsOn, provisional, timeZone } = row;
  return {
    ...{ slug, shortName, startsOn, endsOn, actualEndsOn, provisional, timeZone },
    id: row.id as EventId,
    process: row.processId,
    name: { ja: row.nameJa, en: row.nameEn },
    city: { ja: row.cityJa, en: row.cityEn },
    country: { ja: row.countryJa, en: row.countryEn },
    phase: row.phase as EventRow['phase'],
  };
}

export function presentProcess({ id, nameJa, nameEn }: ProcessRow): ProcessChoice {
  return { id, name: { ja: nameJa, en: nameEn } };
}

export type EventParts = {
  days: DayRow[];
  venues: VenueRow[];
  rooms: RoomRow[];
  deadlines: DeadlineRow[];
  windows: WindowRow[];
  pools: PoolRow[];
};

export function presentEvent(row: EventDetailRow, parts: EventParts): EventView {
  const { number, passportMonths, version } = row;
  return {
    ...presentRow(row),
    ...{ number, passportMonths, version },
    venueName: { ja: row.venueJa, en: row.venueEn },
    pavilion: { ja: row.pavilionJa, en: row.pavilionEn },
    notes: { ja: row.notesJa, en: row.notesEn },
    processInfo: {
      id: row.processId,
      name: { ja: row.processNameJa, en: row.processNameEn },
      registrationSystem: row.registrationSystem,
      hasQuota: row.hasQuota,
      needsLetter: row.needsLetter,
      individualRegistration: row.individualRegistration,
      onSiteRegistration: row.onSiteRegistration,
      steps: row.steps as EventView['processInfo']['steps'],
    },
    days: parts.days.map(presentDay),
    venues: parts.venues.map(presentVenue),
    rooms: parts.rooms.map(presentRoom),
    deadlines: parts.deadlines.map(presentDeadline),
    windows: parts.windows.map(presentWindow),
    pools: parts.pools.map(presentPool),
  };
}

function presentDay({ day, themeJa, themeEn, rest }: DayRow): EventDay {
  return { day, theme: { ja: themeJa, en: themeEn }, rest };
}

export function presentVenue({ id, nameJa, nameEn, zone, timeZone, version }: VenueRow): VenueView {
  const name = { ja: nameJa, en: nameEn };
  return { id: id as VenueId, name, zone: zone as VenueView['zone'], timeZone, version };
}

export function presentRoom(row: RoomRow): RoomView {
  const { slug, area, capacity, timeZone, position, version } = row;
  return {
    ...{ slug, area, capacity, timeZone, position, version },
    id: row.id as RoomId,
    venueId: row.venueId as VenueId,
    name: { ja: row.nameJa, en: row.nameEn },
    purpose: row.purpose as RoomView['purpose'],
  };
}

export function presentDeadline(row: DeadlineRow): DeadlineView {
  const { code, publishedLabel, version } = row;
  return {
    ...{ code, publishedLabel, version },
    id: row.id as DeadlineId,
    tier: row.tier as DeadlineView['tier'],
    kind: row.kind as DeadlineView['kind'],
    name: { ja: row.nameJa, en: row.nameEn },
    dueAt: row.dueAt.toISOString(),
  };
}

export function presentWindow(row: WindowRow): WindowView {
  return {
    id: row.id as WindowId,
    kind: row.kind as WindowView['kind'],
    opensAt: row.opensAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    late: row.late as WindowView['late'],
    version: row.version,
  };
}

export function presentPool(row: PoolRow): PoolView {
  const { from, to, places, position, version } = row;
  return {
    ...{ from, to, places, position, version },
    id: row.id as PoolId,
    route: row.route as PoolView['route'],
    zone: row.zone as PoolView['zone'],
    name: { ja: row.nameJa, en: row.nameEn },
  };
}
