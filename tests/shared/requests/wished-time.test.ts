import { expect, test } from 'vitest';
import { partInJapan } from '#shared/requests/wished-time.ts';

test('parts of the venue’s day on Japan’s clock, midnight reading 24', () => {
  const at = (part: 'morning' | 'midday' | 'afternoon', zone: string) =>
    partInJapan({ day: '2027-11-11', part }, zone, 'ja');
  expect(at('morning', 'Africa/Addis_Ababa')).toBe('15–18時');
  expect(at('afternoon', 'Africa/Addis_Ababa')).toBe('21–24時');
  expect(at('afternoon', 'America/Sao_Paulo')).toBe('27–30時');
  expect(partInJapan({ day: '2027-11-11', part: 'midday' }, 'Asia/Tokyo', 'en')).toBe('12:00–15:00');
});
