import { expect, test } from 'vitest';
import { byline } from '#shared/accounts/byline.ts';

test('both are named, in either language; whoever acts for themselves alone', () => {
  const mayor = { ja: '藤沢 正樹', en: 'Masaki Fujisawa' };
  expect(byline('山田', mayor, 'ja')).toBe('山田（藤沢 正樹の代理）');
  expect(byline('山田', mayor, 'en')).toBe('山田 (for Masaki Fujisawa)');
  expect(byline('山田', { ja: '藤沢 正樹', en: '' }, 'en')).toBe('山田 (for 藤沢 正樹)');
  expect(byline('山田', null, 'ja')).toBe('山田');
});
