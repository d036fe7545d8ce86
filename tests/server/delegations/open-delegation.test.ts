import { expect, test } from 'vitest';
import type { DelegationView } from '#shared/delegations/contract.ts';
import { nobody } from '#tests/support/database.ts';
import { addEvent } from '#tests/support/events.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
const all = () => world.database.read(nobody, (db) => db.selectFrom('delegation').select(['id', 'memberId']).execute());

test('ten openings at once begin one delegation', async () => {
  const eventId = await addEvent(world);
  const editor = await world.as({ role: 'member_editor' });
  const memberId = editor.actor.memberId;
  const path = `/api/events/cop32/delegations/${memberId}`;
  const answers = await Promise.all(Array.from({ length: 10 }, () => editor.put<DelegationView>(path)));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
  const [first] = answers;
  expect(first?.body).toEqual({
    ...{ id: first?.body.id, eventId, eventSlug: 'cop32', purpose: '', headDelegateId: null, minimumParty: 1 },
    ...{ member: { id: memberId, name: { ja: '試験市', en: 'Test City' } }, delegates: [], version: 1 },
  });
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(await all()).toEqual([{ id: first?.body.id, memberId }]);
  const history = await world.database.read(nobody, (db) => db.selectFrom('history').select(['action']).execute());
  expect(history).toEqual([{ action: 'open' }]);
});

test('the office opens one for a member; a member opens its own alone', async () => {
  await addEvent(world);
  const editor = await world.as({ role: 'member_editor' });
  const other = await world.as({ role: 'member_manager' });
  const path = `/api/events/cop32/delegations/${editor.actor.memberId}`;
  expect((await other.put(path)).status).toBe(404);
  expect(await all()).toEqual([]);
  for (const role of ['member_viewer', 'staff_triager', 'staff_admin'] as const) {
    expect((await (await world.as({ role })).put(path)).status).toBe(403);
  }
  expect((await world.public.put(path)).status).toBe(401);
  const coordinator = await world.as({ role: 'staff_coordinator' });
  expect((await coordinator.put(path)).status).toBe(200);
  expect((await coordinator.put(`/api/events/cop99/delegations/${editor.actor.memberId}`)).status).toBe(404);
  const nowhere = '019a0000-0000-7000-8000-000000000001';
  expect((await coordinator.put(`/api/events/cop32/delegations/${nowhere}`)).status).toBe(404);
});
