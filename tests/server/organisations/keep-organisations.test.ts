import { expect, test } from 'vitest';
import { newId } from '#db/id.ts';
import type { OrganisationView } from '#shared/organisations/contract.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();
type List = { items: OrganisationView[]; next: string | null };
const input = {
  ...{ kind: 'city', name: { ja: 'ボン', en: 'Bonn' }, country: { ja: 'ドイツ', en: 'Germany' } },
  timeZone: 'Europe/Berlin',
};
const nowhere = '/api/organisations/019a0000-0000-7000-8000-000000000001';
const add = (...rows: [nameEn: string, kana: string, kind?: string][]) =>
  world.database.write(nobody, async (tx) => {
    const values = rows.map(([nameEn, kana, kind = 'city']) => ({ id: newId(), nameEn, kana, kind }));
    await tx.insertInto('organisation').values(values).execute();
  });
const list = async (person: Client, query = '') => (await person.get<List>(`/api/organisations${query}`)).body;
const names = ({ items }: List) => items.map((one) => one.name.en);

test('a city is added once, changed, and written down', async () => {
  const coordinator = await world.as({ role: 'staff_coordinator' });
  const key = { 'idempotency-key': 'bonn-bonn-bonn' };
  const added = await coordinator.post<OrganisationView>('/api/organisations', input, key);
  expect([added.status, added.body]).toEqual([201, { ...input, id: added.body.id, kana: '', version: 1 }]);
  expect((await coordinator.post('/api/organisations', input, key)).body).toEqual(added.body);
  const at = `/api/organisations/${added.body.id}`;
  const change = { ...input, kind: 'network', timeZone: null };
  const changed = await coordinator.put<OrganisationView>(at, change, ifMatch(1));
  expect(changed.body).toEqual({ ...change, id: added.body.id, kana: '', version: 2 });
  const stale = await coordinator.put<{ current: OrganisationView }>(at, input, ifMatch(1));
  expect([stale.status, stale.body.current]).toEqual([412, changed.body]);
  const history = await world.database.read(nobody, (db) =>
    db.selectFrom('history').select('action').orderBy('id').execute(),
  );
  expect(history.map((row) => row.action)).toEqual(['add', 'change']);
});

test('organisations are paged by their reading, filtered by kind and by part of a name', async () => {
  const viewer = await world.as({ role: 'staff_triager' });
  await add(['Cork', 'こーく'], ['Bonn', 'ぼん'], ['Aachen 100%', 'あーへん', 'network'], ['Bern', 'べるん']);
  const first = await list(viewer, '?limit=3');
  const second = await list(viewer, `?limit=3&after=${first.next}`);
  expect([names(first), names(second), second.next]).toEqual([['Aachen 100%', 'Cork', 'Bern'], ['Bonn'], null]);
  expect(names(await list(viewer, '?kind=network'))).toEqual(['Aachen 100%']);
  expect(names(await list(viewer, '?q=b'))).toEqual(['Bern', 'Bonn']);
  expect(names(await list(viewer, `?q=${encodeURIComponent('ぼん')}`))).toEqual(['Bonn']);
  expect(names(await list(viewer, '?q=%25'))).toEqual(['Aachen 100%']);
  expect((await viewer.get('/api/organisations?after=nonsense')).status).toBe(400);
  expect((await viewer.get('/api/organisations?kind=planet')).status).toBe(422);
});

test('a list takes as many queries for three as for one', async () => {
  const viewer = await world.as({ role: 'auditor' });
  const count = async () => {
    world.queries.length = 0;
    return [(await list(viewer)).items.length, world.queries.length];
  };
  await add(['Bonn', 'ぼん']);
  const [, one] = await count();
  await add(['Bern', 'べるん'], ['Cork', 'こーく']);
  expect(await count()).toEqual([3, one]);
});

test('members of the network are not changed here, and others may not change anything', async () => {
  const manager = await world.as({ role: 'member_manager' });
  const coordinator = await world.as({ role: 'staff_coordinator' });
  expect((await coordinator.put(`/api/organisations/${manager.actor.memberId}`, input, ifMatch(1))).status).toBe(404);
  expect((await coordinator.put(nowhere, input, ifMatch(1))).status).toBe(404);
  for (const [person, status] of [
    [world.public, 401],
    [manager, 403],
    [await world.as({ role: 'registrar' }), 403],
  ] as const) {
    expect((await person.post('/api/organisations', input)).status).toBe(status);
    expect((await person.put(nowhere, input, ifMatch(1))).status).toBe(status);
  }
  expect((await world.public.get('/api/organisations')).status).toBe(401);
  const misfit = await coordinator.post<{ errors: { pointer: string }[] }>('/api/organisations', {
    ...input,
    timeZone: 'Mars/Olympus',
  });
  expect([misfit.status, misfit.body.errors[0]?.pointer]).toEqual([422, '/timeZone']);
  expect((await coordinator.post('/api/organisations', { ...input, kind: 'member' })).status).toBe(422);
});
