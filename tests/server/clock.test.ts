import { expect, test } from 'vitest';
import { clockFrom } from '#server/clock.ts';

test('the demonstration’s clock begins on its own day and goes on', () => {
  let real = new Date('2026-11-24T10:00:00Z');
  const now = clockFrom(new Date('2027-09-24T00:00:00Z'), () => real);
  expect(now()).toEqual(new Date('2027-09-24T00:00:00Z'));
  real = new Date('2026-11-24T10:00:05Z');
  expect(now()).toEqual(new Date('2027-09-24T00:00:05Z'));
});

test('without one it is what it is', () => {
  const real = new Date('2026-11-24T10:00:00Z');
  expect(clockFrom(null, () => real)()).toBe(real);
});
