import { expect, test } from 'vitest';
import { yearlyCheckAt } from '#shared/accounts/yearly-check.ts';

test.each([
  ['the last moment of March in Japan', '2028-03-31T14:59:59Z', 2027, false, false],
  ['the first of April', '2028-03-31T15:00:00Z', 2028, true, false],
  ['the tenth', '2028-04-10T14:59:59Z', 2028, true, false],
  ['the eleventh', '2028-04-10T15:00:00Z', 2028, true, true],
  ['the last moment of the fifteenth', '2028-04-15T14:59:59Z', 2028, true, true],
  ['the sixteenth', '2028-04-15T15:00:00Z', 2028, false, false],
  ['New Year', '2028-12-31T15:00:00Z', 2028, false, false],
] as const)('%s', (_, at, year, isOpen, isNearlyOver) => {
  const check = yearlyCheckAt(new Date(at));
  expect(check).toEqual({ year, firstDay: `${year}-04-01`, lastDay: `${year}-04-15`, isOpen, isNearlyOver });
});
