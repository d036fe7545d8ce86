import { expect, test } from 'vitest';
import { SpeakingDetails } from '#shared/requests/kinds/speaking.ts';
import { sessionFrom, speakersFrom } from '#shared/schedule/from-request.ts';

const a = '019a0000-0000-7000-8000-00000000000a';
const b = '019a0000-0000-7000-8000-00000000000b';
const details = (given: Record<string, unknown>) => SpeakingDetails.parse({ role: 'keynote', ...given });

test.each([
  [['ja', 'ja'], 'ja'],
  [['en'], 'en'],
  [['ja', 'en'], 'ja_en'],
  [[], 'en'],
] as const)('speakers of %j make a session in %s', (spoken, language) => {
  expect(sessionFrom(details({ speakers: spoken.map((one) => ({ language: one })) }), 'X').language).toBe(language);
});

test('a session without a title is named by its request, one without a theme is the pavilion’s', () => {
  expect(sessionFrom(details({}), 'COP32-S-0001')).toMatchObject({
    titleJa: 'COP32-S-0001',
    titleEn: '',
    theme: 'pavilion',
  });
  expect(sessionFrom(details({ titleEn: 'Talk', theme: 'nature' }), 'X')).toMatchObject({
    ...{ titleJa: '', titleEn: 'Talk', theme: 'nature' },
  });
});

test('speakers come once each, without those still open or gone, in the role that was wished', () => {
  const speakers = [{ delegateId: a }, { delegateId: null }, { delegateId: a }, { delegateId: b }];
  const roles = (given: Record<string, unknown>) =>
    speakersFrom(details({ speakers, ...given }), new Set([a])).map((one) => [one.delegateId, one.role]);
  expect(roles({})).toEqual([[a, 'keynote']]);
  expect(roles({ mode: 'video' })).toEqual([[a, 'video']]);
  expect(roles({ role: 'host' })).toEqual([[a, 'speaker']]);
});
