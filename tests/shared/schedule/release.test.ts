import { describe, expect, test } from 'vitest';
import type { PublicSession } from '#shared/schedule/contract.ts';
import { nextRelease, textOf } from '#shared/schedule/release.ts';

const a = '01900000-0000-7000-8000-00000000000a';
const b = '01900000-0000-7000-8000-00000000000b';

const session = (id: string, given: Partial<PublicSession> = {}): PublicSession => ({
  id: id as PublicSession['id'],
  day: '2027-11-11',
  room: {
    id: b as PublicSession['room']['id'],
    slug: 'main',
    name: { ja: '主会場', en: 'Main room' },
    area: 'E',
    capacity: 80,
    position: 1,
    timeZone: 'Africa/Addis_Ababa',
  },
  startsAt: '2027-11-11T07:00:00.000Z',
  endsAt: '2027-11-11T08:00:00.000Z',
  title: { ja: '企画', en: 'Session' },
  abstract: { ja: '', en: '' },
  theme: 'energy',
  format: 'panel',
  language: 'en',
  interpretation: 'none',
  state: 'planned',
  hosts: [],
  speakers: [],
  streamUrl: null,
  notices: { noPhoto: false, noRecording: false },
  ...given,
});
const ids = ({ sessions, changed }: ReturnType<typeof nextRelease>) => ({
  sessions,
  changed: changed.map(({ id }) => id),
});
const placed = (shown: PublicSession) => ({ id: shown.id, cancelled: false, shown });

describe('the next release', () => {
  test('shows placed sessions by their time and nothing that has no room', () => {
    const late = session(a, { startsAt: '2027-11-12T07:00:00.000Z' });
    const release = nextRelease([placed(late), placed(session(b)), { id: 'c', cancelled: false, shown: null }], []);
    expect(ids(release)).toEqual({ sessions: [session(b), late], changed: [b, a] });
  });

  test('changes nothing when every session is as it was, whatever the order of keys', () => {
    const { title, ...rest } = session(a);
    expect(nextRelease([placed(session(a))], [{ ...rest, title }]).changed).toEqual([]);
  });

  test('changes a session that has moved, been renamed or taken off', () => {
    const moved = session(a, { startsAt: '2027-11-11T06:00:00.000Z' });
    expect(ids(nextRelease([placed(moved)], [session(a)])).changed).toEqual([a]);
    expect(ids(nextRelease([{ id: a, cancelled: false, shown: null }], [session(a)]))).toEqual({
      sessions: [],
      changed: [a],
    });
  });

  test('keeps a cancelled session once, as it was known, and then does not count it again', () => {
    const cancelled = { id: a, cancelled: true, shown: null };
    const release = nextRelease([cancelled], [session(a)]);
    expect(ids(release)).toEqual({ sessions: [session(a, { state: 'cancelled' })], changed: [a] });
    expect(nextRelease([cancelled], release.sessions)).toEqual({ sessions: release.sessions, changed: [] });
  });

  test('never shows a session that was cancelled before it was public', () => {
    expect(nextRelease([{ id: a, cancelled: true, shown: session(a) }], [])).toEqual({ sessions: [], changed: [] });
  });
});

test('text differs where content does, also deep inside', () => {
  expect(textOf({ a: [1, { b: 2, c: 3 }] })).toBe(textOf({ a: [1, { c: 3, b: 2 }] }));
  expect(textOf({ a: [1, 2] })).not.toBe(textOf({ a: [2, 1] }));
});
