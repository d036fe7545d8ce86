import { describe, expect, test } from 'vitest';
import {
  awayOf,
  freeParts,
  hoursShown,
  instantOrNull,
  minuteOn,
  stageOf,
  wishedSpans,
} from '#shared/bilaterals/planner.ts';

const ADDIS = 'Africa/Addis_Ababa';
const BERLIN = 'Europe/Berlin';
const at = (clock: string, day = '2027-11-11') => new Date(`${day}T${clock}:00+03:00`);
const span = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });

describe('the stage of a request', () => {
  test('is its meeting’s state while there is one', () => {
    expect(stageOf({ state: 'approved', meeting: { state: 'negotiating' } })).toBe('negotiating');
    expect(stageOf({ state: 'fulfilled', meeting: { state: 'placed' } })).toBe('placed');
  });
  test('begins when it is approved, and again when a meeting is cancelled', () => {
    expect(stageOf({ state: 'approved', meeting: null })).toBe('to_approach');
    expect(stageOf({ state: 'approved', meeting: { state: 'cancelled' } })).toBe('to_approach');
  });
  test('is not decided before, and closed after', () => {
    expect(stageOf({ state: 'in_triage', meeting: null })).toBe('undecided');
    expect(stageOf({ state: 'completed', meeting: { state: 'held' } })).toBe('closed');
  });
});

test('wishes are read by the clocks of the venue, and one that ends before it begins is left out', () => {
  const wishes = [
    { day: '2027-11-11', from: '09:00', to: '12:00' },
    { day: '2027-11-11', from: '15:00', to: '14:00' },
  ];
  expect(wishedSpans(wishes, ADDIS)).toEqual([span('09:00', '12:00')]);
});

test('a time that the clocks skip or nobody can read is no instant', () => {
  expect(instantOrNull('2027-03-28', '02:30', BERLIN)).toBe(null);
  expect(instantOrNull('2027-11-11', '', ADDIS)).toBe(null);
  expect(instantOrNull('2027-11-11', '9:00', ADDIS)).toEqual(at('09:00'));
});

test('people are away before they arrive and after they leave, and there on both days', () => {
  const days = ['2027-11-10', '2027-11-11', '2027-11-12', '2027-11-13'];
  const people = [
    { id: 'mayor', arrivesOn: '2027-11-11', leavesOn: '2027-11-12' },
    { id: 'unknown', arrivesOn: null, leavesOn: null },
  ];
  expect(awayOf(people, days, ADDIS)).toEqual([
    { holder: 'mayor', why: 'before', startsAt: at('00:00', '2027-11-10'), endsAt: at('23:59', '2027-11-10') },
    { holder: 'mayor', why: 'after', startsAt: at('00:00', '2027-11-13'), endsAt: at('23:59', '2027-11-13') },
  ]);
});

test('busy times cut a window into what is left of it', () => {
  const busy = [span('11:00', '13:00'), span('09:30', '10:00'), span('09:45', '10:15')];
  expect(freeParts([span('09:00', '12:00')], busy)).toEqual([span('09:00', '09:30'), span('10:15', '11:00')]);
});

test('a busy time that only touches a window takes nothing from it', () => {
  expect(freeParts([span('09:00', '12:00')], [span('08:00', '09:00')])).toEqual([span('09:00', '12:00')]);
});

test('minutes are counted on the clocks of the venue, over midnight too', () => {
  expect(minuteOn('2027-11-11', at('10:15'), ADDIS)).toBe(615);
  expect(minuteOn('2027-11-11', at('01:00', '2027-11-12'), ADDIS)).toBe(1500);
});

test('a chart shows office hours, and more where something lies outside them on its days', () => {
  const late = { startsAt: at('19:00'), endsAt: at('20:30') };
  expect(hoursShown(['2027-11-11'], [], ADDIS)).toEqual({ from: 9, to: 18 });
  expect(hoursShown(['2027-11-11'], [span('08:30', '09:00'), late], ADDIS)).toEqual({ from: 8, to: 21 });
  expect(hoursShown(['2027-11-12'], [late], ADDIS)).toEqual({ from: 9, to: 18 });
});
