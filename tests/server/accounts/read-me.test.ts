import { expect, test } from 'vitest';
import type { MeView } from '#shared/accounts/contract.ts';
import { addAccount } from '#tests/support/accounts.ts';
import { addEvent } from '#tests/support/events.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
const demo = useWorld({}, { demo: true });

test('a member hears who they are, what time it is at the desk and which event is on', async () => {
  const id = await addEvent(world);
  const hanako = await world.as({ role: 'member_editor' });
  world.now = new Date('2027-09-24T00:00:00Z');
  const { body } = await hanako.get<MeView>('/api/auth/me');
  expect(body).toMatchObject({ demo: false, now: '2027-09-24T00:00:00.000Z', demoAccounts: null });
  expect(body.account).toMatchObject({ id: hanako.actor.accountId, memberName: { ja: '試験市', en: 'Test City' } });
  expect(body.currentEvent).toEqual({
    ...{ id, slug: 'cop32', shortName: 'COP32', name: { ja: '試験会議', en: 'Test COP' } },
    ...{ city: { ja: 'アディスアベバ', en: 'Addis Ababa' }, startsOn: '2027-11-08', endsOn: '2027-11-19' },
    timeZone: 'Africa/Addis_Ababa',
  });
});

test('nobody in particular hears the time, and of no accounts outside the demonstration', async () => {
  await addAccount(world, { email: 'staff@desk.example', demo: true });
  const { body } = await world.public.get<MeView>('/api/auth/me');
  expect(body).toEqual({
    ...{ account: null, demo: false, now: world.now.toISOString(), currentEvent: null, demoAccounts: null },
    ...{ owed: null, actingFor: null },
  });
});

test('the demonstration lists its own accounts, and no others', async () => {
  await addAccount(demo, { email: 'staff@desk.example', demo: true });
  await addAccount(demo, { email: 'real@office.example' });
  await addAccount(demo, { email: 'off@desk.example', demo: true, state: 'suspended' });
  const { body } = await demo.public.get<MeView>('/api/auth/me');
  expect(body.demoAccounts).toEqual([
    { email: 'staff@desk.example', name: '試験 次郎', role: 'staff_coordinator', memberName: null },
  ]);
});
