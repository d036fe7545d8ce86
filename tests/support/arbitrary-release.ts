import fc from 'fast-check';
import type { PublicSession } from '#shared/schedule/contract.ts';
import { byTime } from '#shared/schedule/release-changes.ts';

const uuid = (kind: string, at: number) => `01900000-0000-7000-8000-${kind}${String(at).padStart(11, '0')}`;
const names = fc.constantFrom('', '石黒 花', '高橋 健', '水と緑');
const both = fc.record({ ja: names, en: fc.constantFrom('', 'Hana', 'Ken', 'Water') });
const role = fc.constantFrom('keynote' as const, 'panel' as const, 'moderator' as const);
const room = fc.constantFrom(0, 1, 2).map((at) => ({
  ...{ id: uuid('b', at), slug: `room-${at}`, name: { ja: `部屋${at}`, en: `Room ${at}` }, area: 'E' },
  ...{ capacity: at === 0 ? null : 40 * at, position: at, timeZone: 'Africa/Addis_Ababa' },
}));
const host = fc.record({ id: fc.constantFrom(uuid('c', 1), uuid('c', 2)), name: both, isMember: fc.boolean() });

/** Few ids and few values, so that two releases have sessions in common and fields that agree. */
const session = (id: string) =>
  fc
    .record({
      day: fc.constantFrom('2027-11-11', '2027-11-12'),
      room,
      from: fc.constantFrom(0, 30, 24 * 60),
      minutes: fc.constantFrom(30, 60, 0.5),
      title: both,
      abstract: both,
      theme: fc.constantFrom('energy' as const, 'youth' as const),
      format: fc.constantFrom('panel' as const, 'dialogue' as const),
      language: fc.constantFrom('ja' as const, 'en' as const),
      interpretation: fc.constantFrom('none' as const, 'simultaneous' as const),
      state: fc.constantFrom('planned' as const, 'cancelled' as const),
      hosts: fc.array(host, { maxLength: 2 }),
      speakers: fc.array(fc.record({ name: both, title: both, organisation: both, role }), { maxLength: 3 }),
      more: fc.constantFrom({}, { streamUrl: null }, { streamUrl: 'https://video.example/1' }, { later: ['a', 'b'] }),
    })
    .map(({ from, minutes, more, ...rest }) => {
      const start = Date.parse('2027-11-11T07:00:00Z') + from * 60_000;
      const times = {
        startsAt: new Date(start).toISOString(),
        endsAt: new Date(start + minutes * 60_000).toISOString(),
      };
      return { id, ...rest, ...times, ...more } as PublicSession;
    });

/** Any release of up to eight sessions, in a release's order; some of its fields this program does not know. */
export const anyRelease = fc
  .subarray([0, 1, 2, 3, 4, 5, 6, 7])
  .chain((ids) => fc.tuple(...ids.map((at) => session(uuid('a', at)))))
  .map((sessions) => [...sessions].sort(byTime));
