import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keptProgrammes } from '#server/schedule/kept-programmes.ts';
import { createFindProgramme } from '#server/schedule/public-programme.ts';
import { marksBetween } from '#shared/schedule/public-marks.ts';
import { programme } from '#tests/support/builders/programme.ts';
import { release, released } from '#tests/support/builders/released.ts';
import { addEvent } from '#tests/support/events.ts';
import { useWorld } from '#tests/support/world.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cop-kept-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));
const world = useWorld();
const now = new Date('2027-11-11T11:20:00Z');
const rain = released({ at: '14:00' });
const moved = { ...released({ at: '15:00' }), id: rain.id };

test('what was kept comes back whole, and says when it was right', () => {
  const kept = { ...programme([moved]), marks: marksBetween([rain], [moved]) };
  keptProgrammes(folder).keep(kept, now);
  const again = keptProgrammes(folder);
  expect(again.read('cop32')).toEqual({ ...kept, release: { ...kept.release, keptAt: now } });
  expect(again.latest()).toBe('cop32');
  expect(fs.readdirSync(folder)).toEqual(['cop32.json']);
});

test('a file that is broken or of another form is as if it were not there', () => {
  fs.writeFileSync(path.join(folder, 'half.json'), '{"form":1,"ev');
  fs.writeFileSync(path.join(folder, 'old.json'), '{"form":0}');
  const kept = keptProgrammes(folder);
  expect([kept.read('half'), kept.read('old'), kept.read('../secret'), kept.read('none')]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('a disk that takes nothing stops nobody', () => {
  const file = path.join(folder, 'a-file');
  fs.writeFileSync(file, '');
  expect(() => keptProgrammes(file).keep(programme([]), now)).not.toThrow();
  expect(keptProgrammes(file).latest()).toBeNull();
});

test('a program that starts without a database shows the last release, and the next one once there is a database', async () => {
  const eventId = await addEvent(world, { slug: 'cop-away' });
  await release(world, eventId, [rain]);
  const before = createFindProgramme(keptProgrammes(folder));
  await before(world.ctx, 'cop-away');
  const away = { ...world.ctx, database: { ...world.ctx.database, read: () => Promise.reject(new Error('away')) } };
  const after = createFindProgramme(keptProgrammes(folder));
  const found = await after(away, 'cop-away');
  expect(found?.programme?.sessions.map(({ id }) => id)).toEqual([rain.id]);
  expect(found?.programme?.release.keptAt).toEqual(world.ctx.now());
  world.realNow = new Date(Date.now() + 5_000);
  expect((await after(world.ctx, 'cop-away'))?.programme?.release).not.toHaveProperty('keptAt');
  await expect(after(away, 'cop-unknown')).rejects.toThrow('away');
});
