import { expect, test } from 'vitest';
import { REQUEST_KINDS } from '#shared/requests/kind-names.ts';
import { REQUEST_STATES } from '#shared/requests/lifecycle.ts';
import { mostUsualDays, riskAt, riskGroup, usualDays } from '#shared/requests/risk.ts';

const at = (iso: string) => new Date(iso);

test('the last moment to act lies the usual days before the due instant', () => {
  expect(riskAt('bilateral', 'approved', at('2026-07-20T08:00:00Z'))).toEqual(at('2026-07-10T08:00:00Z'));
  expect(riskAt('pass', 'submitted', at('2026-07-20T08:00:00Z'))).toEqual(at('2026-07-19T20:00:00Z'));
  expect(usualDays('pass', 'draft')).toBe(0);
});

test('nothing needs more than the most usual days, which the queue’s index relies on', () => {
  const all = REQUEST_KINDS.flatMap((kind) => REQUEST_STATES.map((state) => usualDays(kind, state)));
  expect(Math.max(...all)).toBe(mostUsualDays);
});

test.each([
  ['2026-07-01T07:59:59Z', '2026-06-30T00:00:00Z', 'overdue'],
  ['2026-07-01T08:00:00Z', '2026-06-30T00:00:00Z', 'at_risk'],
  ['2026-07-09T00:00:00Z', '2026-07-01T08:00:00Z', 'at_risk'],
  ['2026-07-09T00:00:00Z', '2026-07-04T08:00:00Z', 'watch'],
  ['2026-07-09T00:00:00Z', '2026-07-04T08:00:01Z', 'on_track'],
] as const)('due %s, at risk from %s: %s', (dueAt, risk, group) => {
  expect(riskGroup({ dueAt: at(dueAt), riskAt: at(risk) }, at('2026-07-01T08:00:00Z'))).toBe(group);
});
