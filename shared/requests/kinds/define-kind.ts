import type { z } from 'zod';
import type { DelegateId } from '#shared/ids.ts';
import type { Bilingual } from '#shared/lang.ts';
import type { RequestKind } from '../kind-names.ts';

/** One answer that needs another look before the request can be sent: which, on which page of the wizard, and what to do. */
export type AnswerIssue<Step extends string = string> = { pointer: string; step: Step; words: Bilingual };

/**
 * One kind of request. `details` accepts whatever has been answered so far and fills the rest with empty answers;
 * `issues` says what is still missing. Both ends use the same two.
 */
export type KindDefinition<Details, Step extends string> = {
  kind: RequestKind;
  /** The wizard's pages in order, before the one for checking the answers. */
  steps: readonly Step[];
  details: z.ZodType<Details>;
  issues: (details: Details) => AnswerIssue<Step>[];
  /** One line for lists, mails and history; empty while nothing says what it is about. */
  title: (details: Details) => Bilingual;
  /** The delegates it names, in order, each once. */
  delegateIds: (details: Details) => DelegateId[];
  /** Whether a head of government takes part, as far as the answers say so. */
  asksForHead: (details: Details) => boolean;
  /** Everything a colleague might search for. */
  searchable: (details: Details) => string[];
};

export function defineKind<Details, const Step extends string>(
  definition: KindDefinition<Details, Step>,
): KindDefinition<Details, Step> {
  return definition;
}

/** Collects issues: `when` true means that the answer needs another look. */
export function issueList<Step extends string>() {
  const issues: AnswerIssue<Step>[] = [];
  const add = (when: boolean, step: Step, pointer: string, ja: string, en: string): void => {
    if (when) issues.push({ step, pointer, words: { ja, en } });
  };
  return { issues, add };
}

/** Each once, in the order first named. */
export function eachOnce<Id extends string>(ids: readonly (Id | null)[]): Id[] {
  return [...new Set(ids.filter((one): one is Id => one !== null))];
}
