import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ChangedSession } from '#shared/schedule/change-contract.ts';
import { PublicSession } from '#shared/schedule/contract.ts';
import { textOf } from '#shared/schedule/release.ts';
import {
  applyChanges,
  changesBetween,
  changesSince,
  invertChanges,
  markOf,
  partsDifference,
  sessionChanges,
} from '#shared/schedule/release-changes.ts';
import { anyRelease } from '#tests/support/arbitrary-release.ts';
import { ROOMS, released } from '#tests/support/builders/released.ts';

const RUNS = { numRuns: 400 };
const json = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));
const kinds = (from: PublicSession | undefined, to: PublicSession | undefined) =>
  sessionChanges(from, to).map(({ kind }) => kind);

describe('the changes between any two releases', () => {
  test('lead from one exactly to the other, and back, also when they have travelled as JSON', () => {
    fc.assert(
      fc.property(anyRelease, anyRelease, (from, to) => {
        const changed = json(changesBetween(from, to));
        expect(applyChanges(from, changed)).toEqual(to);
        expect(applyChanges(to, invertChanges(changed))).toEqual(from);
      }),
      RUNS,
    );
  });

  test('name exactly the sessions whose content differs, each once', () => {
    fc.assert(
      fc.property(anyRelease, anyRelease, (from, to) => {
        const ids = [...new Set([...from, ...to].map(({ id }) => id))];
        const find = (release: PublicSession[], id: string) => textOf(release.find((one) => one.id === id));
        const differing = ids.filter((id) => find(from, id) !== find(to, id));
        expect(
          changesBetween(from, to)
            .map(({ id }) => id)
            .sort(),
        ).toEqual(differing.sort());
      }),
      RUNS,
    );
  });

  test('are none against itself, whatever the order of the keys', () => {
    fc.assert(
      fc.property(anyRelease, (release) => {
        const turned = release.map((one) => Object.fromEntries(Object.entries(one).reverse()) as PublicSession);
        expect(changesBetween(release, turned)).toEqual([]);
      }),
    );
  });

  test('since a release are those between what was shown then and what is shown now', () => {
    fc.assert(
      fc.property(fc.array(anyRelease, { minLength: 2, maxLength: 4 }), fc.nat(3), (releases, pick) => {
        const since = 1 + (pick % releases.length);
        const history = releases.slice(1).map((release, at) => ({
          number: at + 2,
          changed: changesBetween(releases[at] ?? [], release),
        }));
        const latest = releases.at(-1) ?? [];
        expect(changesSince(latest, history.reverse(), since)).toEqual(
          changesBetween(releases[since - 1] ?? [], latest),
        );
      }),
      RUNS,
    );
  });
});

describe('a change', () => {
  const one = released();

  test('has a kind of its own for each field, with what was and what is', () => {
    const other = released({ room: 1, at: '15:30', minutes: 90, ja: '別の題', en: 'Another' });
    expect(sessionChanges(one, { ...one, startsAt: other.startsAt, endsAt: other.endsAt })).toEqual([
      {
        kind: 'moved',
        from: { day: one.day, startsAt: one.startsAt },
        to: { day: one.day, startsAt: other.startsAt },
      },
      { kind: 'length', from: 60, to: 90 },
    ]);
    expect(sessionChanges(one, { ...one, room: other.room, title: other.title })).toEqual([
      { kind: 'room', from: ROOMS[0], to: ROOMS[1] },
      { kind: 'title', from: one.title, to: other.title },
    ]);
    const rest = { language: 'ja', interpretation: 'none', theme: 'youth', format: 'dialogue' } as const;
    expect(kinds(one, { ...one, ...rest, abstract: { ja: '', en: '' }, speakers: [], hosts: [] })).toEqual([
      ...['speakers', 'hosts', 'language', 'interpretation', 'abstract', 'theme', 'format'],
    ]);
    expect(kinds(one, { ...one, state: 'cancelled' })).toEqual(['cancelled']);
    expect(kinds({ ...one, state: 'cancelled' }, one)).toEqual(['restored']);
    expect([kinds(undefined, one), kinds(one, undefined), kinds(undefined, undefined)]).toEqual([
      ...[['added'], ['removed'], []],
    ]);
  });

  test('of a field that older releases lack says only what is', () => {
    const { streamUrl: _none, ...before } = { ...one, streamUrl: null };
    expect(sessionChanges(before as PublicSession, { ...one, streamUrl: null })).toEqual([
      { kind: 'streamUrl', to: null },
    ]);
    const more = { ...one, later: 'https://video.example/1' } as PublicSession;
    expect(sessionChanges(one, more)).toEqual([{ kind: 'other', field: 'later', to: 'https://video.example/1' }]);
    expect(sessionChanges(one, { ...one, revision: 4, changedAt: '2027-10-20T01:00:00.000Z' })).toEqual([]);
  });

  test('fits its shape on the wire', () => {
    fc.assert(
      fc.property(anyRelease, anyRelease, (from, to) => {
        const whole = (session: PublicSession) => {
          const { later, ...rest } = session as PublicSession & { later?: unknown };
          return PublicSession.parse(rest);
        };
        const changed = json(changesBetween(from.map(whole), to.map(whole)));
        expect(changed.map((entry) => ChangedSession.parse(entry))).toEqual(changed);
      }),
    );
  });
});

test('people come, go and change their part; a name given twice counts twice', () => {
  const [a] = released().speakers as [PublicSession['speakers'][number]];
  const b = { ...a, name: { ja: '森 萌', en: 'MORI Moe' } };
  const chair = { ...a, role: 'moderator' as const };
  expect(partsDifference([a, b], [chair])).toEqual({ joined: [], left: [b], changed: [{ from: a, to: chair }] });
  expect(partsDifference([a], [a, a, b])).toEqual({ joined: [a, b], left: [], changed: [] });
  expect(partsDifference(undefined, [b])).toEqual({ joined: [b], left: [], changed: [] });
});

test('a session has one mark, the gravest', () => {
  const one = released();
  const later = released({ at: '16:00' });
  const moved = { ...one, startsAt: later.startsAt, endsAt: later.endsAt, title: { ja: '改題', en: '' } };
  expect(markOf(sessionChanges(one, moved))).toBe('moved');
  expect(markOf(sessionChanges(one, { ...moved, state: 'cancelled' }))).toBe('cancelled');
  expect(markOf(sessionChanges(one, { ...one, speakers: [] }))).toBe('changed');
  expect([markOf(sessionChanges(undefined, one)), markOf(sessionChanges(one, undefined)), markOf([])]).toEqual([
    ...['new', 'removed', null],
  ]);
});

test('1,200 sessions are compared and rebuilt both ways in the blink of an eye', () => {
  const from = Array.from({ length: 1_200 }, (_, at) => released({ at: `${String(8 + (at % 10))}:00` }));
  const to = json(from).map((session, at) => (at % 3 === 0 ? { ...session, title: { ja: '改題', en: '' } } : session));
  const best = Math.min(
    ...Array.from({ length: 5 }, () => {
      const begin = performance.now();
      applyChanges(from, changesBetween(from, to));
      applyChanges(to, changesBetween(to, from));
      return performance.now() - begin;
    }),
  );
  expect(changesBetween(from, to)).toHaveLength(400);
  expect(best).toBeLessThan(100);
});
