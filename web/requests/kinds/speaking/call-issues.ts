import { callIssues } from '#shared/calls/answers.ts';
import type { CallView } from '#shared/calls/contract.ts';
import { callTexts } from '#shared/calls/texts.ts';
import type { AnswerIssue } from '#shared/requests/kinds/define-kind.ts';
import { parseDetails } from '#shared/requests/kinds.ts';

/** What is missing among the answers to the chosen call; nothing while the calls are on their way. */
export function callIssuesIn(calls: readonly CallView[] | undefined, answers: unknown): AnswerIssue[] {
  if (!calls) return [];
  const parsed = parseDetails('speaking', answers);
  if (!parsed.success || !('callId' in parsed.data) || parsed.data.callId === null) return [];
  const { callId, callAnswers } = parsed.data;
  const chosen = calls.find((one) => one.id === callId);
  if (!chosen) {
    const words = { ja: callTexts.ja.noCall, en: callTexts.en.noCall };
    return [{ step: 'call', pointer: '/callId', words }];
  }
  return callIssues(chosen.questions, callAnswers).map(({ questionId, words }) => ({
    ...{ step: 'call', pointer: `/callAnswers/${questionId}`, words },
  }));
}
