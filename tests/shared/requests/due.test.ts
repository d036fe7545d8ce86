import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueAt } from '#shared/requests/due.ts';
import { dayOf, JAPAN } from '#shared/time.ts';
import { isWorkingDay } from '#shared/working-days.ts';

const facts = { given: null, eventEndsOn: '2027-11-19', internalDeadline: null };
const at = (iso: string) => new Date(iso);
const due = (workingDays: number, now: string, internalDeadline: string | null = null) =>
  dueAt({ workingDays }, at(now), { ...facts, internalDeadline: internalDeadline ? at(internalDeadline) : null });

describe('working days', () => {
  test.each([
    ['a Wednesday', 1, '2026-07-01T00:00:00Z', '2026-07-02T08:00:00Z'],
    ['late in the evening in Japan, already the next day there', 1, '2026-07-01T15:30:00Z', '2026-07-03T08:00:00Z'],
    ['over a weekend', 1, '2026-07-03T03:00:00Z', '2026-07-06T08:00:00Z'],
    ['over a weekend and Marine Day', 1, '2026-07-17T03:00:00Z', '2026-07-21T08:00:00Z'],
    ['over the turn of the year', 1, '2026-12-28T03:00:00Z', '2027-01-04T08:00:00Z'],
  ])('%s', (_, days, now, expected) => {
    expect(due(days, now)).toEqual(at(expected));
  });

  test('always end at 17:00 in Japan on a working day after today', () => {
    const instants = fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-01T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 15 }), (now, workingDays) => {
        const found = dueAt({ workingDays }, now, facts);
        expect(found?.toISOString().slice(11)).toBe('08:00:00.000Z');
        expect(isWorkingDay(dayOf(found ?? now, JAPAN))).toBe(true);
        expect(dayOf(found ?? now, JAPAN) > dayOf(now, JAPAN)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

test('an earlier internal deadline wins, a later one does not, and nothing is due before tomorrow', () => {
  const now = '2026-07-01T00:00:00Z';
  expect(due(5, now, '2026-07-03T08:00:00Z')).toEqual(at('2026-07-03T08:00:00Z'));
  expect(due(5, now, '2026-07-30T08:00:00Z')).toEqual(at('2026-07-08T08:00:00Z'));
  expect(due(5, now, '2026-07-01T08:00:00Z')).toEqual(at('2026-07-02T08:00:00Z'));
});

test('the other rules', () => {
  const now = at('2026-07-01T00:00:00Z');
  const given = at('2026-07-15T08:00:00Z');
  expect(dueAt('given', now, { ...facts, given })).toBe(given);
  expect(dueAt('never', now, { ...facts, given })).toBe(null);
  // The Monday after the event's last Friday.
  expect(dueAt('event_end', now, facts)).toEqual(at('2027-11-22T08:00:00Z'));
  expect(dueAt('event_end', at('2027-12-01T00:00:00Z'), facts)).toEqual(at('2027-12-02T08:00:00Z'));
});
