import { expect, test } from 'vitest';
import type { RequestRow } from '#shared/requests/contract.ts';
import { groupOf, groupRows } from '#web/requests/desk/queue-groups.ts';

const now = new Date('2027-09-24T03:00:00Z');
const row = (id: string, dueAt: string | null, riskAt: string | null) => ({ id, dueAt, riskAt }) as RequestRow;

const late = row('late', '2027-09-22T08:00:00Z', '2027-09-20T08:00:00Z');
const risky = row('risky', '2027-09-28T08:00:00Z', '2027-09-24T03:00:00Z');
const near = row('near', '2027-10-05T08:00:00Z', '2027-09-27T03:00:00Z');
const calm = row('calm', '2027-10-05T08:00:00Z', '2027-09-27T03:00:01Z');
const never = row('never', null, null);

test('requests stand under the head of their risk, the most urgent first', () => {
  const groups = groupRows([calm, near, never, late, risky], now, false);
  expect(groups.map((group) => [group.name, group.rows.map(({ id }) => id)])).toEqual([
    ['overdue', ['late']],
    ['at_risk', ['risky']],
    ['watch', ['near']],
    ['on_track', ['calm', 'never']],
  ]);
});

test('heads without rows are left out, closed requests have one head', () => {
  expect(groupRows([calm], now, false).map((group) => group.name)).toEqual(['on_track']);
  expect(groupRows([late, calm], now, true)).toEqual([{ name: 'all', rows: [late, calm] }]);
  expect(groupRows([], now, true)).toEqual([]);
});

test('a due date alone is its own last moment', () => {
  expect(groupOf({ dueAt: '2027-09-24T02:59:00Z', riskAt: null }, now)).toBe('overdue');
  expect(groupOf({ dueAt: '2027-09-26T03:00:00Z', riskAt: null }, now)).toBe('watch');
});
