import type { Db } from '#db/connect.ts';
import { daysOfEvent, roomsOfEvent } from '#db/queries/draft-schedule.ts';
import { venuesOfEvent } from '#db/queries/planning.ts';
import { type Board, PLACES_FROM, PLACES_UNTIL } from '#shared/clashes/openings.ts';
import { instantOf } from '#shared/time-zone.ts';
import { minuteOf } from './read-facts.ts';

/** The open days, the rooms for sessions and the hours of an event. */
export async function readBoard(db: Db, event: { id: string; timeZone: string }): Promise<Board> {
  const days = (await daysOfEvent(db, event.id)).filter((one) => !one.rest);
  const zones = new Map((await venuesOfEvent(db, event.id)).map((venue) => [venue.id, venue.zone]));
  const rooms = (await roomsOfEvent(db, event.id)).filter((room) => room.purpose === 'session');
  return {
    // Counted back from noon: clocks that change do so at night.
    days: days.map(({ day }) => ({ day, midnight: minuteOf(instantOf(day, '12:00', event.timeZone)) - 720 })),
    rooms: rooms.map(({ id, venueId }) => ({ id, venueId, zone: zones.get(venueId) ?? 'outside' })),
    ...{ opens: PLACES_FROM, closes: PLACES_UNTIL },
  };
}
