import { expect, test } from 'vitest';
import { REDIRECTS } from '#tests/support/corpora.ts';
import { safeNext } from '#web/accounts/signed-in.ts';
import { takeApart } from '#web/navigation.ts';

/** Where a browser on our page would go. */
const whereTo = (address: string) => new URL(address, 'http://app/sign-in');

test.each(REDIRECTS)('after signing in nobody is led away: %j', (next) => {
  const to = whereTo(safeNext(next));
  expect([to.origin, /^\/(sign-in|invitation)/.test(to.pathname), to.pathname.startsWith('//')]).toEqual([
    'http://app',
    false,
    false,
  ]);
  expect(whereTo(takeApart(safeNext(next)).to).origin).toBe('http://app');
});

test('without that care some would be', () => {
  expect(
    REDIRECTS.filter((next) => URL.canParse(next, 'http://app') && whereTo(next).origin !== 'http://app').length,
  ).toBeGreaterThan(20);
});

test.each(['/desk?group=overdue&q=%E5%AF%8C%E5%B1%B1', '/requests/1/edit/people#top', '/signatures', '/'])(
  'but on, where they wanted to go: %s',
  (next) => {
    expect(safeNext(next)).toBe(next);
  },
);
