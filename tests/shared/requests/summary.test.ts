import { expect, test } from 'vitest';
import type { DelegateId } from '#shared/ids.ts';
import { differencesOf, summaryOf } from '#shared/requests/summary.ts';

const someone = '0192a000-0000-7000-8000-000000000001' as DelegateId;
const gone = '0192a000-0000-7000-8000-000000000002' as DelegateId;
const context = {
  lang: 'ja',
  timeZone: 'Africa/Addis_Ababa',
  people: [{ id: someone, name: '石黒 誠', title: { ja: '環境部長', en: 'Director' } }],
} as const;
const speaking = {
  role: 'host',
  titleJa: '歩いて暮らせるまちの指標',
  titleEn: 'Compact city indicators',
  abstractEn: 'Toyama shows how.',
  theme: 'finance',
  wishes: [{ day: '2027-11-11', part: 'afternoon' }],
  speakers: [{ delegateId: someone, photo: true }, { delegateId: null }, { delegateId: gone }],
};
const rowsOf = (details: unknown, lang: 'ja' | 'en' = 'ja') =>
  summaryOf('speaking', details, { ...context, lang }).flatMap(({ step, rows }) =>
    rows.map(({ key, lines }) => [step, key, lines.map(({ text }) => text)] as const),
  );

test('a speaking request reads page by page, with both clocks and the people named', () => {
  const rows = new Map(rowsOf(speaking).map(([step, key, lines]) => [`${step} ${key}`, lines]));
  expect(rows.get('content title')).toEqual(['歩いて暮らせるまちの指標', 'Compact city indicators']);
  expect(rows.get('content abstractEn')).toEqual(['Toyama shows how.', '3語']);
  expect(rows.get('times wish1')).toEqual(['11月11日（木）15–18時', '日本時間 21–24時']);
  expect(rows.get('speakers speaker1')).toEqual(['石黒 誠　環境部長', '日本語で話す　顔写真の掲載可']);
  expect(rows.get('speakers speaker2')?.[0]).toBe('未定');
  expect(rows.get('speakers speaker3')?.[0]).toBe('（派遣団から外れた人）');
  expect(rows.has('content novelty')).toBe(false);
});

test('an empty request says what is not answered, in either language', () => {
  const empty = rowsOf({}, 'en').filter(([, , lines]) => lines.includes('Not answered'));
  expect(empty.map(([, key]) => key)).toEqual(['role', 'title', 'abstractJa', 'theme', 'wish1', 'speaker1']);
});

test('passes and meetings say who and when', () => {
  const pass = summaryOf('pass', { zone: 'blue', people: [{ delegateId: someone, from: '2027-11-08' }] }, context);
  expect(pass.map(({ step }) => step)).toEqual(['people', 'days', 'purpose']);
  expect(pass[1]?.rows.map(({ lines }) => lines.map(({ text }) => text))).toEqual([
    ['ブルーゾーン'],
    ['石黒 誠　環境部長', '未入力'],
  ]);
  const windows = [{ day: '2027-11-11', from: '18:30', to: '19:00' }];
  const meeting = summaryOf('bilateral', { windows }, context).at(-1)?.rows[0];
  expect(meeting?.lines.map(({ text }) => text)).toEqual(['11月11日（木）18:30–19:00', '日本時間 翌0:30–1:00']);
});

test('two versions are compared answer by answer', () => {
  const theirs = { ...speaking, theme: 'energy', wishes: [...speaking.wishes, { day: '2027-11-12', part: 'morning' }] };
  expect(differencesOf('speaking', speaking, theirs, context)).toEqual([
    { label: 'テーマ', mine: '資金・連携', theirs: 'エネルギー' },
    { label: '第2希望', mine: '', theirs: '11月12日（金）9–12時\n日本時間 15–18時' },
  ]);
  expect(differencesOf('speaking', speaking, { ...speaking }, context)).toEqual([]);
});
