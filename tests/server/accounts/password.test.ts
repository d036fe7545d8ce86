import { expect, test } from 'vitest';
import { hashPassword, passwordFits } from '#server/accounts/password.ts';
import { ProblemError } from '#shared/problem.ts';

test('more at once than fit in the queue are turned away, and afterwards all is free again', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 40 }, () => hashPassword('a long enough password')));
  const refused = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(refused.every((one) => one instanceof ProblemError && one.code === 'unavailable')).toBe(true);
  // Two at work and twenty waiting; whoever waits longer than two seconds goes too.
  expect(refused.length).toBeGreaterThanOrEqual(18);
  expect(refused.length).toBeLessThan(40);
  const kept = await hashPassword('a long enough password');
  expect(await passwordFits('a long enough password', kept)).toBe(true);
  expect(await passwordFits('a long enough passwore', kept)).toBe(false);
  expect(await passwordFits('a long enough password', null)).toBe(false);
});
