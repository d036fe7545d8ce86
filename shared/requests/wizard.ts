import type { Bilingual } from '#shared/lang.ts';
import type { RequestKind } from './kind-names.ts';
import type { BILATERAL_STEPS } from './kinds/bilateral.ts';
import type { AnswerIssue } from './kinds/define-kind.ts';
import type { PASS_STEPS } from './kinds/pass.ts';
import type { SPEAKING_STEPS } from './kinds/speaking.ts';
import { type DetailsByKind, kindOf, parseDetails } from './kinds.ts';

type StepsByKind = {
  pass: (typeof PASS_STEPS)[number];
  speaking: (typeof SPEAKING_STEPS)[number];
  bilateral: (typeof BILATERAL_STEPS)[number];
};

/** On which page of the wizard each answer is given. A field without a page does not compile. */
const PAGE_OF_FIELD: { [Kind in RequestKind]: Record<keyof DetailsByKind[Kind], StepsByKind[Kind]> } = {
  pass: {
    people: 'people',
    minimumParty: 'people',
    zone: 'days',
    purpose: 'purpose',
    onlyWithSpeaking: 'purpose',
    fundingNote: 'purpose',
    note: 'purpose',
  },
  speaking: {
    callId: 'call',
    callAnswers: 'call',
    role: 'content',
    titleJa: 'content',
    titleEn: 'content',
    abstractJa: 'content',
    abstractEn: 'content',
    theme: 'content',
    novelty: 'content',
    policyLink: 'content',
    format: 'times',
    minutes: 'times',
    wishes: 'times',
    noGo: 'times',
    speakers: 'speakers',
    headSpeaks: 'speakers',
    mode: 'speakers',
    interpretation: 'practical',
    slides: 'practical',
    videoWithSound: 'practical',
    ownComputer: 'practical',
    equipment: 'practical',
    mayStream: 'practical',
    mayRecord: 'practical',
    mayPhotograph: 'practical',
    mayPublishSlides: 'practical',
    approval: 'practical',
    note: 'practical',
  },
  bilateral: {
    counterpartKind: 'counterpart',
    counterpartName: 'counterpart',
    counterpartNameEn: 'counterpart',
    counterpartCountry: 'counterpart',
    personWanted: 'counterpart',
    levelWanted: 'counterpart',
    secondChoices: 'counterpart',
    inContact: 'counterpart',
    relation: 'counterpart',
    purpose: 'purpose',
    wanted: 'purpose',
    offered: 'purpose',
    topics: 'purpose',
    sensitive: 'purpose',
    people: 'people',
    ourLevel: 'people',
    interpreter: 'people',
    windows: 'times',
    minutes: 'times',
    mode: 'times',
    placeWish: 'times',
    photo: 'times',
    press: 'times',
    signing: 'times',
    gift: 'times',
    note: 'times',
  },
};

/** The page for checking the answers, and the one after sending; they have no answers of their own. */
export const CHECK_STEP = 'check';
export const DONE_STEP = 'done';

/** The wizard's pages in order, the check at the end. */
export function pagesOf(kind: RequestKind): readonly string[] {
  return [...kindOf(kind).steps, CHECK_STEP];
}

/** Where to go on: the page last saved, or the first when that is none of this kind. */
export function pageToResume(kind: RequestKind, saved: string): string {
  const pages = pagesOf(kind);
  return pages.includes(saved) ? saved : (pages[0] ?? CHECK_STEP);
}

/** Everything that needs another look before the answers can be sent: what is missing, and what does not fit. */
export function issuesOf(kind: RequestKind, answers: unknown): AnswerIssue[] {
  const parsed = parseDetails(kind, answers);
  if (parsed.success) return kindOf(kind).issues(parsed.data);
  const pages: Readonly<Record<string, string>> = PAGE_OF_FIELD[kind];
  return parsed.error.issues.map(({ path, message }) => ({
    pointer: `/${path.map(String).join('/')}`,
    step: pages[String(path[0])] ?? (pagesOf(kind)[0] as string),
    words: bothLanguages(message),
  }));
}

/** A schema's message carries both languages; see `say` in `shapes.ts`. */
function bothLanguages(message: string): Bilingual {
  const [ja = message, en = ja] = message.split('|||');
  return { ja, en };
}
