import { expect, test } from 'vitest';
import type { MemberView } from '#shared/organisations/contract.ts';
import { nobody } from '#tests/support/database.ts';
import { ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();
const nowhere = '/api/members/019a0000-0000-7000-8000-000000000001';
const input = { sectionMail: ' Kankyo@City.Example ', formalNameEn: 'City of Test' };

test('a section’s mailbox is known to the office and to its own members alone', async () => {
  const own = await world.as({ role: 'member_viewer' });
  const other = await world.as({ role: 'member_manager' });
  const coordinator = await world.as({ role: 'staff_coordinator' });
  const path = `/api/members/${own.actor.memberId}`;
  const changed = await coordinator.patch<MemberView>(path, input, ifMatch(1));
  expect(changed.status).toBe(200);
  expect(changed.body).toMatchObject({
    ...{ id: own.actor.memberId, name: { ja: '試験市', en: 'Test City' }, formalNameEn: 'City of Test', version: 2 },
    ...{ sectionMail: 'kankyo@city.example', cityClass: 'general_city', population: 1000, kana: '' },
  });
  const mailFor = async (person: typeof own) => {
    const { items } = (await person.get<{ items: MemberView[] }>('/api/members')).body;
    const one = (await person.get<MemberView>(path)).body;
    return [items.find((row) => row.id === own.actor.memberId)?.sectionMail, one.sectionMail];
  };
  const known = ['kankyo@city.example', 'kankyo@city.example'];
  expect(await mailFor(own)).toEqual(known);
  expect(await mailFor(await world.as({ role: 'auditor' }))).toEqual(known);
  expect(await mailFor(other)).toEqual([null, null]);
  const history = await world.database.read(nobody, (db) => db.selectFrom('history').selectAll().execute());
  expect(history.map((row) => [row.subject, row.action, row.memberId])).toEqual([
    ['organisation', 'change', own.actor.memberId],
  ]);
  expect(JSON.stringify(history)).not.toContain('kankyo');
});

test('members are listed in as many queries for three as for one', async () => {
  const viewer = await world.as({ role: 'member_viewer' });
  const count = async () => {
    world.queries.length = 0;
    const { items } = (await viewer.get<{ items: MemberView[] }>('/api/members')).body;
    return [items.length, world.queries.length];
  };
  const [, one] = await count();
  await world.as({ role: 'member_viewer' });
  await world.as({ role: 'member_viewer' });
  expect(await count()).toEqual([3, one]);
});

test('only coordinators and administrators change a member, at its current version', async () => {
  const manager = await world.as({ role: 'member_manager' });
  const path = `/api/members/${manager.actor.memberId}`;
  expect((await world.public.get('/api/members')).status).toBe(401);
  expect((await world.public.get(path)).status).toBe(401);
  expect((await world.public.patch(path, input, ifMatch(1))).status).toBe(401);
  expect((await manager.patch(path, input, ifMatch(1))).status).toBe(403);
  expect((await (await world.as({ role: 'staff_triager' })).patch(path, input, ifMatch(1))).status).toBe(403);
  const admin = await world.as({ role: 'staff_admin' });
  expect((await admin.get(nowhere)).status).toBe(404);
  expect((await admin.patch(nowhere, input, ifMatch(1))).status).toBe(404);
  const misfit = await admin.patch<{ errors: { pointer: string }[] }>(path, { ...input, sectionMail: 'x' }, ifMatch(1));
  expect([misfit.status, misfit.body.errors[0]?.pointer]).toEqual([422, '/sectionMail']);
  expect((await admin.patch(path, { ...input, sectionMail: '' }, ifMatch(1))).status).toBe(200);
  const stale = await admin.patch<{ current: MemberView }>(path, input, ifMatch(1));
  expect([stale.status, stale.body.current.version]).toEqual([412, 2]);
});
