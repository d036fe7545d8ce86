import { expect, test } from 'vitest';
import { whyNotAskIdentity, whyNotReveal } from '#shared/delegations/policy.ts';

test('passport data are asked for once accepted, of those who are still there', () => {
  expect(whyNotAskIdentity({ accepted: true, removed: false }, 'ja')).toBeNull();
  expect(whyNotAskIdentity({ accepted: false, removed: false }, 'ja')).toMatch(/承認されてから/);
  expect(whyNotAskIdentity({ accepted: false, removed: false }, 'en')).toMatch(/approved/);
  expect(whyNotAskIdentity({ accepted: true, removed: true }, 'en')).toMatch(/has left/);
});

test('what is not there cannot be shown', () => {
  expect(whyNotReveal('kept', 'ja')).toBeNull();
  expect(whyNotReveal('missing', 'ja')).toMatch(/入力されていません/);
});
