import { expect, test } from 'vitest';
import { prepareWorld } from '#db/seed/prepare-world.ts';
import type { PassBoard } from '#shared/passes/contract.ts';
import type { DraftView } from '#shared/schedule/contract.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();

async function load(): Promise<void> {
  const passwordHash = async () => '$argon2id$not-a-hash';
  const prepared = await prepareWorld(world.database, {
    ...{ demo: true, demoNow: null, realNow: new Date('2026-11-24T09:00:00Z'), passwordHash },
    appSecret: world.ctx.settings.appSecret,
  });
  world.now = prepared.clockFrom ?? world.now;
}

test('the draft has four changes since the last release, and sessions without a place', async () => {
  await load();
  const staff = await world.as({ role: 'staff_coordinator' });
  const { status, body } = await staff.get<DraftView>('/api/events/cop32/schedule');
  expect(status).toBe(200);
  expect(body.latestRelease?.number).toBe(7);
  expect(body.changed).toBe(4);
  expect(body.sessions.filter((one) => one.slot === null).length).toBe(9);
});

test('the first two pools are nearly full, and more people wish for them than they hold', async () => {
  await load();
  const staff = await world.as({ role: 'staff_coordinator' });
  const { body } = await staff.get<PassBoard>('/api/events/cop32/passes');
  const pools = body.pools.map(({ places, confirmed, held, free, wished }) => [places, confirmed, held, free, wished]);
  expect(pools).toEqual([
    [44, 41, 2, 1, 60],
    [40, 36, 1, 3, 52],
    [90, 71, 0, 19, 71],
    [14, 10, 2, 2, 12],
  ]);
  expect(body.members.length).toBe(27);
  expect(body.waiting.filter((one) => one.state === 'waitlisted').length).toBe(7);
});
