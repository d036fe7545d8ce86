import { expect, test } from 'vitest';
import type { DelegateView } from '#shared/delegations/contract.ts';
import { nobody } from '#tests/support/database.ts';
import { addDelegation, delegateInput } from '#tests/support/delegations.ts';
import { addEvent } from '#tests/support/events.ts';
import { ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();

async function begin() {
  const eventId = await addEvent(world);
  const editor = await world.as({ role: 'member_editor' });
  const memberId = editor.actor.memberId ?? '';
  const { id } = await addDelegation(world, { eventId, memberId });
  return { editor, memberId, path: `/api/delegations/${id}/delegates` };
}

test('a delegate is added once, changed, and nothing typed reaches the history', async () => {
  const { editor, path } = await begin();
  const key = { 'idempotency-key': 'one-more-person' };
  const added = await editor.post<DelegateView>(path, { ...delegateInput, familyLatin: ' ohno ' }, key);
  expect(added.status).toBe(201);
  expect(added.body).toEqual({ ...delegateInput, familyLatin: 'OHNO', id: added.body.id, position: 0, version: 1 });
  expect((await editor.post(path, { ...delegateInput, familyLatin: ' ohno ' }, key)).body).toEqual(added.body);
  expect((await editor.post<DelegateView>(path, delegateInput)).body.position).toBe(1);

  const at = `/api/delegates/${added.body.id}`;
  const change = { ...delegateInput, familyName: '髙﨑', arrivesOn: null };
  const changed = await editor.put<DelegateView>(at, change, ifMatch(1));
  expect(changed.body).toEqual({ ...change, id: added.body.id, position: 0, version: 2 });
  const stale = await editor.put<{ current: DelegateView }>(at, change, ifMatch(1));
  expect([stale.status, stale.body.current]).toEqual([412, changed.body]);
  const history = await world.database.read(nobody, (db) =>
    db.selectFrom('history').selectAll().orderBy('id').execute(),
  );
  expect(history.map((row) => row.action)).toEqual(['add', 'add', 'change']);
  expect(JSON.stringify(history)).not.toMatch(/髙﨑|大野|OHNO|people\.example/);
});

test('others cannot, and what does not fit is refused', async () => {
  const { editor, memberId, path } = await begin();
  const { id } = (await editor.post<DelegateView>(path, delegateInput)).body;
  const at = `/api/delegates/${id}`;
  const viewer = await world.as({ role: 'member_viewer', memberId });
  for (const [person, status] of [
    [world.public, 401],
    [await world.as({ role: 'member_manager' }), 404],
    [viewer, 403],
    [await world.as({ role: 'staff_triager' }), 403],
  ] as const) {
    expect((await person.post(path, delegateInput)).status).toBe(status);
    expect((await person.put(at, delegateInput, ifMatch(1))).status).toBe(status);
  }
  const misfit = await editor.post<{ errors: { pointer: string }[] }>(path, {
    ...delegateInput,
    ...{ familyKana: '大野', givenLatin: 'はなこ', arrivesOn: '2027-11-12', leavesOn: '2027-11-08' },
  });
  expect([misfit.status, misfit.body.errors.map((one) => one.pointer)]).toEqual([
    422,
    ['/familyKana', '/givenLatin', '/leavesOn'],
  ]);
  const registrar = await world.as({ role: 'registrar' });
  expect((await registrar.put(at, delegateInput, ifMatch(1))).status).toBe(200);
});
