import { textsIn } from '#shared/text.ts';
import type { RequestKind } from './kind-names.ts';
import type { BilateralDetails } from './kinds/bilateral.ts';
import type { PassDetails } from './kinds/pass.ts';
import type { SpeakingDetails } from './kinds/speaking.ts';
import { parseDetails } from './kinds.ts';
import { summariseBilateral } from './summaries/bilateral.ts';
import { summarisePass } from './summaries/pass.ts';
import type { SummaryContext, SummarySection } from './summaries/shape.ts';
import { summariseSpeaking } from './summaries/speaking.ts';
import { requestTexts } from './texts.ts';

/**
 * The answers as people read them, page by page of the wizard: for checking, for the request page, for print and for
 * comparing two versions. Questions that were left out and need no answer do not appear.
 */
export function summaryOf(kind: RequestKind, details: unknown, context: SummaryContext): SummarySection[] {
  const parsed = parseDetails(kind, details);
  const answers: unknown = parsed.success ? parsed.data : details;
  const { steps } = textsIn(requestTexts, context.lang);
  const sections =
    kind === 'pass'
      ? summarisePass(answers as PassDetails, context)
      : kind === 'speaking'
        ? summariseSpeaking(answers as SpeakingDetails, context)
        : summariseBilateral(answers as BilateralDetails, context);
  const titles: Readonly<Record<string, string>> = steps[kind];
  return sections.map(({ step, rows }) => ({ step, title: titles[step] ?? step, rows }));
}

export type AnswerDifference = { label: string; mine: string; theirs: string };

/** The answers in which two versions differ, in words. */
export function differencesOf(
  kind: RequestKind,
  mine: unknown,
  theirs: unknown,
  context: SummaryContext,
): AnswerDifference[] {
  const flat = (details: unknown) =>
    summaryOf(kind, details, context).flatMap(({ rows }) =>
      rows.map(({ key, label, lines }) => ({ key, label, text: lines.map(({ text }) => text).join('\n') })),
    );
  const [left, right] = [flat(mine), flat(theirs)];
  const keys = [...new Set([...left, ...right].map(({ key }) => key))];
  return keys.flatMap((key) => {
    const one = left.find((row) => row.key === key);
    const other = right.find((row) => row.key === key);
    const label = one?.label ?? other?.label ?? key;
    return one?.text === other?.text ? [] : [{ label, mine: one?.text ?? '', theirs: other?.text ?? '' }];
  });
}
