import { expect, test } from 'vitest';
import { filterOf } from '#web/requests/desk/history-filter.ts';

test('the address says the filter; what is empty or unknown is not asked for', () => {
  expect(filterOf({ person: '森', since: '2027-01-01', until: '', part: 'x' })).toEqual({
    person: '森',
    since: '2027-01-01',
  });
  expect(filterOf({})).toEqual({});
});
