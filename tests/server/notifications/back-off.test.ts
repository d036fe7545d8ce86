import { expect, test } from 'vitest';
import { codeOfFailure, isPermanent, waitAfter } from '#server/notifications/back-off.ts';

test.for([
  [1, 30_000],
  [2, 60_000],
  [5, 480_000],
  [10, 15_360_000],
  [11, 21_600_000],
  [60, 21_600_000],
] as const)('after attempt %i one waits %i ms, a fifth more or less', ([attempt, wait]) => {
  expect(waitAfter(attempt, 0)).toBe(wait * 0.8);
  expect(waitAfter(attempt, 0.5)).toBe(wait);
  expect(waitAfter(attempt, 1)).toBeCloseTo(wait * 1.2);
});

test('a failure is kept by its code, never by what the server says', () => {
  const refusal = (responseCode: number) => Object.assign(new Error('hanako@city.example unknown'), { responseCode });
  expect([isPermanent(refusal(550)), isPermanent(refusal(451)), isPermanent(new Error('x'))]).toEqual([
    true,
    false,
    false,
  ]);
  expect(codeOfFailure(refusal(550))).toBe('smtp-550');
  expect(codeOfFailure(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }))).toBe('ECONNREFUSED');
  expect([codeOfFailure(new Error('x')), codeOfFailure('x')]).toEqual(['unknown', 'unknown']);
});
