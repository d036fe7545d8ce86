import { beforeEach, expect, test } from 'vitest';
import type { Ctx } from '#server/context.ts';
import { createFindProgramme } from '#server/schedule/public-programme.ts';
import { release, released } from '#tests/support/builders/released.ts';
import { addEvent } from '#tests/support/events.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
let eventId = '';
let find = createFindProgramme();
beforeEach(async () => {
  eventId = await addEvent(world);
  find = createFindProgramme();
  world.realNow = new Date('2027-11-01T00:00:00Z');
  world.queries.length = 0;
});
const after = (ms: number) => {
  world.realNow = new Date((world.realNow?.getTime() ?? 0) + ms);
};
/** The same program with a database that answers so. */
const onDatabase = (read: () => Promise<never>): Ctx => ({
  ...world.ctx,
  database: { read } as unknown as Ctx['database'],
});
const cutOff = () => onDatabase(() => Promise.reject(new Error('away')));
const numberOf = async (ctx: Ctx) => (await find(ctx, 'cop32'))?.programme?.release.number;

test('the latest release with its sessions in order of time and room', async () => {
  const sessions = [released({ room: 2 }), released({ room: 1 }), released({ at: '9:00', room: 3 })];
  await release(world, eventId, sessions);
  const found = await find(world.ctx, 'cop32');
  expect(found?.programme?.sessions.map(({ id }) => id)).toEqual([sessions[2]?.id, sessions[1]?.id, sessions[0]?.id]);
});

test('nothing for an unknown event, no programme before a release', async () => {
  expect(await find(world.ctx, 'cop99')).toBeNull();
  expect(await find(world.ctx, 'cop32')).toMatchObject({ event: { slug: 'cop32' }, programme: null });
});

test('it looks at most once a second, and reads sessions once a release', async () => {
  await release(world, eventId, [released(), released(), released()]);
  world.queries.length = 0;
  await Promise.all([numberOf(world.ctx), numberOf(world.ctx), numberOf(world.ctx)]);
  expect(world.queries.length).toBe(3);
  await numberOf(world.ctx);
  expect(world.queries.length).toBe(3);
  after(1_001);
  await numberOf(world.ctx);
  expect(world.queries.length).toBe(4);
});

test('a new release is seen within a second', async () => {
  await release(world, eventId, [released()]);
  expect(await numberOf(world.ctx)).toBe(1);
  await release(world, eventId, [released()]);
  expect(await numberOf(world.ctx)).toBe(1);
  after(1_001);
  expect(await numberOf(world.ctx)).toBe(2);
});

test('while the database is away the last release goes on being shown', async () => {
  await release(world, eventId, [released()]);
  expect(await numberOf(world.ctx)).toBe(1);
  after(60_000);
  expect(await numberOf(cutOff())).toBe(1);
  after(60_000);
  await release(world, eventId, [released()]);
  expect(await numberOf(world.ctx)).toBe(2);
});

test('what was never found cannot be shown', async () => {
  await expect(find(cutOff(), 'cop32')).rejects.toThrow('away');
});

test('a database that does not answer delays nobody for long', async () => {
  await release(world, eventId, [released()]);
  expect(await numberOf(world.ctx)).toBe(1);
  after(60_000);
  const began = performance.now();
  expect(await numberOf(onDatabase(() => new Promise(() => {})))).toBe(1);
  expect(performance.now() - began).toBeLessThan(2_000);
});
