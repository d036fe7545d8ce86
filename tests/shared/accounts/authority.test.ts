import { expect, test } from 'vitest';
import { standingOf } from '#shared/accounts/authority.ts';
import { GiveAuthority } from '#shared/accounts/contract.ts';

test('an authority holds from its first day to its last, unless it was ended', () => {
  const authority = { fromDay: '2026-07-01', untilDay: '2026-07-03', endedAt: null };
  const days = ['2026-06-30', '2026-07-01', '2026-07-03', '2026-07-04'];
  expect(days.map((day) => standingOf(authority, day))).toEqual(['coming', 'live', 'live', 'over']);
  expect(days.map((day) => standingOf({ ...authority, endedAt: new Date() }, day))).toEqual(Array(4).fill('over'));
});

test('the last day is not before the first', () => {
  const id = '01890000-0000-7000-8000-000000000000';
  const given = (fromDay: string, untilDay: string) =>
    GiveAuthority.safeParse({ accountId: id, delegateId: id, fromDay, untilDay }).success;
  expect([given('2026-07-01', '2026-07-01'), given('2026-07-02', '2026-07-01')]).toEqual([true, false]);
});
