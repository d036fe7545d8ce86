import type { Bilingual } from '#shared/lang.ts';
import { LONGEST_ANSWER } from './call.ts';
import type { QuestionView } from './contract.ts';
import { callTexts } from './texts.ts';

/** One answer to a question of a call: a text, a place among the options, or yes or no, by the question's kind. */
export type CallAnswer = { questionId: string; text: string; choice: number | null; yes: boolean | null };

/** An answer that needs another look: which question, by its place among the call's, and what to do. */
export type CallIssue = { questionId: string; words: Bilingual };

/** What is missing or does not fit among the answers to a call's questions, in the questions' order. */
export function callIssues(questions: readonly QuestionView[], answers: readonly CallAnswer[]): CallIssue[] {
  const given = new Map(answers.map((answer) => [answer.questionId, answer]));
  return questions.flatMap((question) => {
    const words = wordsFor(question, given.get(question.id));
    return words ? [{ questionId: question.id, words }] : [];
  });
}

function wordsFor(question: QuestionView, answer: CallAnswer | undefined): Bilingual | null {
  const { kind, label, required, options } = question;
  const { ja, en } = callTexts;
  if (kind === 'short' || kind === 'long') {
    const length = [...(answer?.text ?? '')].length;
    const most = LONGEST_ANSWER[kind];
    if (length > most) return { ja: ja.issues.tooLong(label.ja, most), en: en.issues.tooLong(label.en, most) };
    return required && length === 0 ? { ja: ja.issues.write(label.ja), en: en.issues.write(label.en) } : null;
  }
  const open = kind === 'choice' ? (answer?.choice ?? null) === null : (answer?.yes ?? null) === null;
  const misfit = kind === 'choice' && !open && (answer?.choice ?? 0) >= options.length;
  return (required && open) || misfit ? { ja: ja.issues.choose(label.ja), en: en.issues.choose(label.en) } : null;
}

/** An answer in the words of its question, for reading. */
export function answerInWords(question: QuestionView, answer: CallAnswer | undefined): Bilingual {
  if (!answer) return { ja: '', en: '' };
  if (question.kind === 'choice') return question.options[answer.choice ?? -1] ?? { ja: '', en: '' };
  if (question.kind !== 'yes_no') return { ja: answer.text, en: answer.text };
  if (answer.yes === null) return { ja: '', en: '' };
  const said = answer.yes ? 'yes' : 'no';
  return { ja: callTexts.ja.step[said], en: callTexts.en.step[said] };
}
