import type { Database } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { nobody } from '../database.ts';
import { type AMember, type AnEvent, type ARequest, aRequest } from './passes.ts';

/** A room in a venue of its own. */
export async function aRoom(
  database: Database,
  event: AnEvent,
  given: { name?: string; zone?: 'blue' | 'green'; purpose?: 'session' | 'meeting'; position?: number } = {},
): Promise<string> {
  const id = newId();
  const venueId = newId();
  const { name = 'メインステージ', zone = 'blue', purpose = 'session', position = 0 } = given;
  await database.write(nobody, async (tx) => {
    await tx
      .insertInto('venue')
      .values({ id: venueId, eventId: event.id, nameJa: '会場', nameEn: 'Venue', zone, timeZone: event.timeZone })
      .execute();
    await tx
      .insertInto('room')
      .values({
        ...{ id, eventId: event.id, venueId, slug: `room-${id.slice(-12)}`, nameJa: name, nameEn: 'Main stage' },
        ...{ area: 'E', capacity: 80, purpose, position },
      })
      .execute();
  });
  return id;
}

/** A request to speak, with these people as speakers. */
export function aSpeakingRequest(
  database: Database,
  event: AnEvent,
  member: AMember,
  delegateIds: readonly string[],
  given: { state?: string; title?: string; answers?: Record<string, unknown> } = {},
): Promise<ARequest> {
  const { title = '首長対話', state = 'approved', answers = {} } = given;
  return aRequest(
    database,
    event,
    member,
    'speaking',
    {
      ...{
        role: 'panel',
        titleJa: title,
        titleEn: 'Mayors in dialogue',
        abstractJa: '要旨',
        theme: 'energy',
        minutes: 45,
      },
      wishes: [{ day: '2027-11-11', part: 'morning' }],
      speakers: delegateIds.map((delegateId) => ({ delegateId, language: 'ja' })),
      ...answers,
    },
    { state },
  );
}

/** An instant at the venue of COP32, where clocks are three hours ahead of UTC. */
export function atVenue(day: number, time: string): string {
  return new Date(`2027-11-${String(day).padStart(2, '0')}T${time}:00+03:00`).toISOString();
}
