import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { newId } from '#db/id.ts';
import { codeOf } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { addEvent, roomInput, venueInput } from '#tests/support/events.ts';
import { keepsParts } from '#tests/support/keeps-parts.ts';
import { ifMatch, useWorld, type World } from '#tests/support/world.ts';

const world = useWorld();
type Room = { id: string; timeZone: string };

async function addVenue(to: World, slug = 'cop32', change = {}): Promise<string> {
  const admin = await to.as({ role: 'staff_admin' });
  const venue = await admin.post<{ id: string }>(`/api/events/${slug}/venues`, { ...venueInput, ...change });
  return venue.body.id;
}

keepsParts(world, {
  kind: 'rooms',
  subject: 'room',
  input: async (to) => roomInput(await addVenue(to)),
  change: { slug: 'room-b', capacity: null, purpose: 'meeting' },
  misfit: { slug: 'Room A' },
  removable: true,
});

test('a room has the time zone of its venue', async () => {
  await addEvent(world);
  const first = await addVenue(world);
  const second = await addVenue(world, 'cop32', { timeZone: 'Europe/Istanbul' });
  const admin = await world.as({ role: 'staff_admin' });
  const room = (await admin.post<Room>('/api/events/cop32/rooms', roomInput(first))).body;
  expect(room.timeZone).toBe('Africa/Addis_Ababa');
  const moved = await admin.put<Room>(`/api/rooms/${room.id}`, roomInput(second), ifMatch(1));
  expect(moved.body.timeZone).toBe('Europe/Istanbul');
});

test('a slug is taken once in an event, and a venue of another event does not fit', async () => {
  await addEvent(world);
  await addEvent(world, { slug: 'cop33' });
  const here = await addVenue(world);
  const elsewhere = await addVenue(world, 'cop33');
  const admin = await world.as({ role: 'staff_admin' });
  const room = await admin.post<Room>('/api/events/cop32/rooms', roomInput(here));
  expect(codeOf(await admin.post('/api/events/cop32/rooms', roomInput(here)))).toBe('already-exists');
  expect((await admin.post('/api/events/cop33/rooms', roomInput(elsewhere))).status).toBe(201);
  for (const answer of [
    await admin.post('/api/events/cop32/rooms', roomInput(elsewhere, 'room-b')),
    await admin.put(`/api/rooms/${room.body.id}`, roomInput(elsewhere), ifMatch(1)),
  ]) {
    const { errors } = answer.body as { errors: { pointer: string }[] };
    expect([answer.status, errors[0]?.pointer]).toEqual([422, '/venueId']);
  }
});

test('a room that a session has stays', async () => {
  const eventId = await addEvent(world);
  const venue = await addVenue(world);
  const admin = await world.as({ role: 'staff_admin' });
  const { id } = (await admin.post<Room>('/api/events/cop32/rooms', roomInput(venue))).body;
  const sessionId = newId();
  await world.database.write(nobody, async (tx) => {
    await tx
      .insertInto('programmeSession')
      .values({
        id: sessionId,
        eventId,
        titleJa: '題',
        theme: 'energy',
        minutes: 60,
        state: 'planned',
        createdAt: world.now,
      })
      .execute();
    const during = sql<string>`tstzrange('2027-11-09T06:00Z', '2027-11-09T07:00Z')`;
    await tx.insertInto('roomHold').values({ id: newId(), eventId, roomId: id, sessionId, during }).execute();
  });
  const refused = await admin.del(`/api/rooms/${id}`, ifMatch(1));
  expect([refused.status, codeOf(refused)]).toEqual([409, 'still-in-use']);
  await world.database.write(nobody, (tx) => tx.deleteFrom('programmeSession').execute());
  expect((await admin.del(`/api/rooms/${id}`, ifMatch(1))).status).toBe(204);
});
