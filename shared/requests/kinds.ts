import type { DelegateId } from '#shared/ids.ts';
import type { Bilingual } from '#shared/lang.ts';
import type { RequestKind } from './kind-names.ts';
import { type BilateralDetails, bilateralKind } from './kinds/bilateral.ts';
import type { AnswerIssue } from './kinds/define-kind.ts';
import { type PassDetails, passKind } from './kinds/pass.ts';
import { type SpeakingDetails, speakingKind } from './kinds/speaking.ts';

/** The registry. Add a kind here and the compiler walks you to every other place that owes it an answer. */
export const KINDS = { pass: passKind, speaking: speakingKind, bilateral: bilateralKind } as const;

export type DetailsByKind = { pass: PassDetails; speaking: SpeakingDetails; bilateral: BilateralDetails };
export type Details<Kind extends RequestKind = RequestKind> = DetailsByKind[Kind];

/** What `KINDS[kind]` can do with its answers, with the kind's own type folded away. */
export type AnyKind = {
  steps: readonly string[];
  issues: (details: unknown) => AnswerIssue[];
  title: (details: unknown) => Bilingual;
  delegateIds: (details: unknown) => DelegateId[];
  asksForHead: (details: unknown) => boolean;
  searchable: (details: unknown) => string[];
};

/** The definition of a kind known only at run time. Its functions accept the answers `parseDetails` gave for that kind. */
export function kindOf(kind: RequestKind): AnyKind {
  return KINDS[kind] as unknown as AnyKind;
}

/** The answers so far with empty ones filled in, or the misfits. */
export function parseDetails(kind: RequestKind, answers: unknown) {
  return KINDS[kind].details.safeParse(answers);
}
