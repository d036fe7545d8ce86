import { expect, test } from 'vitest';
import { answerInWords, callIssues } from '#shared/calls/answers.ts';
import type { QuestionView } from '#shared/calls/contract.ts';

const question = (id: string, more: Partial<QuestionView>) =>
  ({ id, kind: 'short', required: true, label: { ja: id, en: id }, options: [], ...more }) as QuestionView;
const options = [
  { ja: '甲', en: 'A' },
  { ja: '乙', en: 'B' },
];
const QUESTIONS = [
  question('short', {}),
  question('long', { kind: 'long', required: false }),
  question('choice', { kind: 'choice', options }),
  question('yes', { kind: 'yes_no' }),
];
const answer = (questionId: string, more: object) => ({ questionId, text: '', choice: null, yes: null, ...more });
const open = (...answers: ReturnType<typeof answer>[]) => callIssues(QUESTIONS, answers).map((one) => one.questionId);

test('what is required is asked for, in the order of the questions', () => {
  expect(open()).toEqual(['short', 'choice', 'yes']);
  expect(open(answer('yes', { yes: false }), answer('choice', { choice: 0 }), answer('short', { text: 'x' }))).toEqual(
    [],
  );
});

test('a text has an end by its kind, and a choice is one of the options', () => {
  const rest = [answer('yes', { yes: true }), answer('choice', { choice: 2 })];
  expect(open(...rest, answer('short', { text: 'あ'.repeat(121) }))).toEqual(['short', 'choice']);
  expect(open(answer('long', { text: 'あ'.repeat(2001) }))).toContain('long');
});

test('an answer is read in the words of its question', () => {
  expect(answerInWords(QUESTIONS[2] as QuestionView, answer('choice', { choice: 1 }))).toEqual(options[1]);
  expect(answerInWords(QUESTIONS[3] as QuestionView, answer('yes', { yes: false })).ja).toBe('いいえ');
  expect(answerInWords(QUESTIONS[0] as QuestionView, undefined)).toEqual({ ja: '', en: '' });
});
