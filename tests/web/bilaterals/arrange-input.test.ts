import { expect, test } from 'vitest';
import type { MeetingView, PlannerView } from '#shared/bilaterals/contract.ts';
import { BilateralDetails } from '#shared/requests/kinds/bilateral.ts';
import { arrangementOf, beginArrange, promisedThen, spanOfInput } from '#web/bilaterals/arrange-input.ts';

const id = (last: number) => `01990000-0000-7000-8000-00000000000${last}` as never;
const people = [
  { id: id(1), name: '架空 市長', title: { ja: '市長', en: 'Mayor' }, level: 'head', arrivesOn: null, leavesOn: null },
];
const counterpart = { id: id(9), name: { ja: '相手市', en: 'Other' }, country: { ja: '', en: '' }, timeZone: null };
const meeting = {
  ...{ id: id(5), counterpart, counterpartPerson: '副市長', state: 'negotiating', startsAt: null, endsAt: null },
  ...{ mode: 'in_person', room: null, place: { ja: '', en: '' }, language: '', delegates: [], version: 3 },
} as unknown as MeetingView;
const windows = [{ day: '2027-11-11', from: '09:00', to: '12:00' }];
const planner = {
  row: { windows, meeting },
  timeZone: 'Africa/Addis_Ababa',
  delegates: people,
} as unknown as PlannerView;
const details = BilateralDetails.parse({ minutes: 45, windows, people: [id(1)] });
const at = (clock: string) => new Date(`2027-11-11T${clock}:00+03:00`);
const candidate = { startsAt: at('10:30'), endsAt: at('11:15'), roomIds: ['room-a', 'room-b'] };

test('a chosen candidate fills day, time, length and its first free room', () => {
  const input = beginArrange(planner, meeting, details, candidate, '日本語・英語');
  const { day, time, minutes, roomId, language, people: chosen } = input;
  expect({ day, time, minutes, roomId, language, chosen }).toEqual({
    ...{ day: '2027-11-11', time: '10:30', minutes: '45', roomId: 'room-a' },
    ...{ language: '日本語・英語', chosen: [id(1)] },
  });
});

test('without one the first wish is where the form begins, and no room is taken for granted', () => {
  const { day, time, roomId } = beginArrange(planner, meeting, details, null, '');
  expect({ day, time, roomId }).toEqual({ day: '2027-11-11', time: '09:00', roomId: '' });
});

test('what is arranged already is where a change begins', () => {
  const placed = {
    ...meeting,
    ...{ startsAt: at('14:00').toISOString(), endsAt: at('14:20').toISOString(), room: { id: 'room-c' } },
  } as unknown as MeetingView;
  const { time, minutes, roomId, language } = beginArrange(planner, placed, details, null, '日本語・英語');
  expect({ time, minutes, roomId, language }).toEqual({ time: '14:00', minutes: '20', roomId: 'room-c', language: '' });
});

test('a meeting online holds no room, and an empty reason is not sent', () => {
  const input = { ...beginArrange(planner, meeting, details, candidate, ''), mode: 'online' as const, override: '  ' };
  const sent = arrangementOf(input, candidate);
  expect({ roomId: sent.roomId, override: sent.override }).toEqual({ roomId: null, override: undefined });
});

test('half a time is no span', () => {
  const input = beginArrange(planner, meeting, details, candidate, '');
  expect(spanOfInput(input, planner.timeZone)).toEqual({ startsAt: at('10:30'), endsAt: at('11:15') });
  expect(spanOfInput({ ...input, day: '' }, planner.timeZone)).toBe(null);
  expect(spanOfInput({ ...input, minutes: 'x' }, planner.timeZone)).toBe(null);
});

test('only chosen people count as promised elsewhere, and only then', () => {
  const promised = [
    { holder: 'a', startsAt: at('11:00'), endsAt: at('12:00') },
    { holder: 'b', startsAt: at('11:00'), endsAt: at('12:00') },
    { holder: 'a', startsAt: at('11:15'), endsAt: at('12:00') },
  ];
  expect(promisedThen(candidate, ['a'], promised)).toEqual([promised[0]]);
  expect(promisedThen(null, ['a'], promised)).toEqual([]);
});
