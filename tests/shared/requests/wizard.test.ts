import { expect, test } from 'vitest';
import { REQUEST_KINDS } from '#shared/requests/kind-names.ts';
import { issuesOf, pagesOf, pageToResume } from '#shared/requests/wizard.ts';

test('every kind ends with the check, and goes on where it was left', () => {
  expect(pagesOf('pass')).toEqual(['people', 'days', 'purpose', 'check']);
  expect(pageToResume('speaking', 'speakers')).toBe('speakers');
  expect(pageToResume('speaking', 'people')).toBe('call');
  expect(pageToResume('bilateral', '')).toBe('counterpart');
});

test('nothing answered lacks something on a page that exists', () => {
  for (const kind of REQUEST_KINDS) {
    const issues = issuesOf(kind, {});
    expect(issues.length, kind).toBeGreaterThan(2);
    expect(issues.filter(({ step }) => !pagesOf(kind).includes(step))).toEqual([]);
  }
});

test('what does not fit is said at its field and page, in both languages', () => {
  expect(issuesOf('speaking', { note: 'x'.repeat(1001) })).toEqual([
    {
      pointer: '/note',
      step: 'practical',
      words: { ja: '1000文字までにしてください', en: 'Use at most 1000 characters' },
    },
  ]);
  const deep = issuesOf('bilateral', { windows: [{ day: '2027-11-08', from: '9', to: '10:00' }] });
  expect(deep.map(({ pointer, step }) => [pointer, step])).toEqual([['/windows/0/from', 'times']]);
});
