import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOf } from '#shared/schedule/release.ts';
import { changesBetween } from '#shared/schedule/release-changes.ts';
import { concernedBy } from '#shared/schedule/release-recipients.ts';
import { anyRelease } from '#tests/support/arbitrary-release.ts';

const MEMBERS = ['青葉市', '緑市', '南町'];
const parties = fc.dictionary(
  fc.nat(7).map((at) => `01900000-0000-7000-8000-a${String(at).padStart(11, '0')}`),
  fc.subarray(MEMBERS),
);

test('those are told, and only those, who have or had a part in a session that differs', () => {
  let told = 0;
  let spared = 0;
  fc.assert(
    fc.property(anyRelease, anyRelease, parties, parties, (from, to, before, now) => {
      const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(now))];
      const concerned = concernedBy(changesBetween(from, to), was, is);
      const ids = [...new Set([...from, ...to].map((session) => session.id as string))];
      for (const member of MEMBERS) {
        // By brute force: every session of either release, compared as a text.
        const theirs = ids.filter((id) => before[id]?.includes(member) || now[id]?.includes(member));
        const text = (release: typeof from, id: string) => textOf(release.find((session) => session.id === id));
        const differing = theirs.filter((id) => text(from, id) !== text(to, id));
        expect([...(concerned.get(member) ?? [])].sort()).toEqual(differing.sort());
        if (differing.length > 0) told += 1;
        else spared += 1;
      }
    }),
    { numRuns: 300 },
  );
  // Both happen often, or the property would say little.
  expect(Math.min(told, spared)).toBeGreaterThan(50);
});

test('who left a session is told once with all that changed, in the order of the changes', () => {
  const changed = [{ id: 'b' }, { id: 'a' }] as unknown as Parameters<typeof concernedBy>[0];
  const before = new Map([
    ['a', ['x', 'y']],
    ['c', ['z']],
  ]);
  expect([...concernedBy(changed, before, new Map([['b', ['x']]]))]).toEqual([
    ['x', ['b', 'a']],
    ['y', ['a']],
  ]);
});
