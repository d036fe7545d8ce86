import { expect, test } from 'vitest';
import type { EventView } from '#shared/events/contract.ts';
import { codeOf } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { addEvent, name } from '#tests/support/events.ts';
import { ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();
const input = {
  ...{ name, shortName: 'COP32', city: name, country: name, venueName: { ja: '', en: '' }, pavilion: name },
  ...{ startsOn: '2027-11-09', endsOn: '2027-11-20', actualEndsOn: null, provisional: true },
  ...{ timeZone: 'Africa/Addis_Ababa', passportMonths: 6, phase: 'nominated', notes: { ja: '', en: '' } },
};
const day = { day: '2027-11-09', theme: { ja: '', en: '' }, rest: true };

test('an administrator changes an event, and it is written down', async () => {
  const id = await addEvent(world);
  const admin = await world.as({ role: 'staff_admin' });
  const answer = await admin.put<EventView>('/api/events/cop32', input, ifMatch(1));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('etag')).toBe('"2"');
  expect(answer.body).toMatchObject({ ...input, version: 2 });
  const history = await world.database.read(nobody, (db) =>
    db.selectFrom('history').select(['subject', 'eventId', 'action', 'fromState', 'toState', 'at']).execute(),
  );
  expect(history).toEqual([
    { subject: 'event', eventId: id, action: 'change', fromState: 'collecting', toState: 'nominated', at: world.now },
  ]);
});

test('a stale change is refused with what is current, for the event and its days', async () => {
  await addEvent(world);
  const admin = await world.as({ role: 'staff_admin' });
  await admin.put('/api/events/cop32', input, ifMatch(1));
  for (const [path, body] of [
    ['/api/events/cop32', input],
    ['/api/events/cop32/days', { days: [day] }],
  ] as const) {
    const late = await admin.put<{ current: EventView }>(path, body, ifMatch(1));
    expect([late.status, codeOf(late), late.body.current.version]).toEqual([412, 'changed-meanwhile', 2]);
    expect((await admin.put(path, body)).status).toBe(428);
  }
});

test('days are set as a whole, none of them twice', async () => {
  await addEvent(world);
  const admin = await world.as({ role: 'staff_admin' });
  const path = '/api/events/cop32/days';
  expect((await admin.put<EventView>(path, { days: [day] }, ifMatch(1))).body.days).toEqual([day]);
  const twice = await admin.put<{ errors: { pointer: string }[] }>(path, { days: [day, day] }, ifMatch(2));
  expect([twice.status, twice.body.errors[0]?.pointer]).toEqual([422, '/days/1/day']);
  expect((await admin.put<EventView>(path, { days: [] }, ifMatch(2))).body.days).toEqual([]);
});

test('only an administrator changes events', async () => {
  await addEvent(world);
  for (const role of ['staff_coordinator', 'member_manager', 'auditor'] as const) {
    const person = await world.as({ role });
    expect((await person.put('/api/events/cop32', input, ifMatch(1))).status).toBe(403);
    expect((await person.put('/api/events/cop32/days', { days: [] }, ifMatch(1))).status).toBe(403);
  }
  expect((await world.public.put('/api/events/cop32', input, ifMatch(1))).status).toBe(401);
  const admin = await world.as({ role: 'staff_admin' });
  expect((await admin.put('/api/events/cop99', input, ifMatch(1))).status).toBe(404);
  const misfit = await admin.put('/api/events/cop32', { ...input, endsOn: '2027-11-01', timeZone: 'Moon' }, ifMatch(1));
  expect(misfit.status).toBe(422);
});
