import { z } from 'zod';
import { CallId, DelegateId, QuestionId } from '#shared/ids.ts';
import { Day, line, paragraph } from '#shared/shapes.ts';
import { defineKind, eachOnce, issueList } from './define-kind.ts';

export const SPEAKING_ROLES = ['host', 'keynote', 'panel', 'moderator', 'video', 'exhibitor', 'youth'] as const;
export const THEMES = ['energy', 'adaptation', 'nature', 'circular', 'finance', 'youth', 'pavilion'] as const;
export type Theme = (typeof THEMES)[number];
export const SESSION_FORMATS = [
  'keynote',
  'panel',
  'workshop',
  'dialogue',
  'signing',
  'reception',
  'briefing',
] as const;
export const INTERPRETATIONS = ['none', 'consecutive', 'simultaneous'] as const;
/** Parts of the venue's day: 9–12, 12–15 and 15–18 o'clock. */
export const DAY_PARTS = ['morning', 'midday', 'afternoon'] as const;
export const PART_HOURS = { morning: [9, 12], midday: [12, 15], afternoon: [15, 18] } as const satisfies Record<
  (typeof DAY_PARTS)[number],
  readonly [number, number]
>;

export const WishedTime = z.strictObject({ day: Day, part: z.enum(DAY_PARTS) });
export type WishedTime = z.infer<typeof WishedTime>;

export const WishedSpeaker = z.strictObject({
  /** Null while it is still to be decided who speaks. */
  delegateId: DelegateId.nullable().default(null),
  language: z.enum(['ja', 'en']).default('ja'),
  bioEn: paragraph(900).default(''),
  photo: z.boolean().default(false),
});
export type WishedSpeaker = z.infer<typeof WishedSpeaker>;

/** An answer to a question of the call; which of the three holds it depends on the question. */
export const CallAnswerInput = z.strictObject({
  questionId: QuestionId,
  text: paragraph(2000).default(''),
  choice: z.int().min(0).max(50).nullable().default(null),
  yes: z.boolean().nullable().default(null),
});

export const SpeakingDetails = z.strictObject({
  /** The call it answers; null asks the office to propose a room. */
  callId: CallId.nullable().default(null),
  callAnswers: z.array(CallAnswerInput).max(40).default([]),
  role: z.enum(SPEAKING_ROLES).nullable().default(null),
  titleJa: line(80).default(''),
  titleEn: line(140).default(''),
  abstractJa: paragraph(400).default(''),
  abstractEn: paragraph(1200).default(''),
  theme: z.enum(THEMES).nullable().default(null),
  novelty: paragraph(400).default(''),
  policyLink: paragraph(300).default(''),
  format: z.enum(SESSION_FORMATS).default('panel'),
  minutes: z.int().min(15).max(240).default(60),
  /** First wish first, at most three. */
  wishes: z.array(WishedTime).max(3).default([]),
  noGo: paragraph(300).default(''),
  speakers: z.array(WishedSpeaker).max(8).default([]),
  headSpeaks: z.boolean().default(false),
  mode: z.enum(['in_person', 'remote', 'video']).default('in_person'),
  interpretation: z.enum(INTERPRETATIONS).default('none'),
  slides: z.boolean().default(true),
  videoWithSound: z.boolean().default(false),
  ownComputer: z.boolean().default(false),
  equipment: paragraph(300).default(''),
  mayStream: z.boolean().default(false),
  mayRecord: z.boolean().default(false),
  mayPhotograph: z.boolean().default(false),
  mayPublishSlides: z.boolean().default(false),
  approval: z.enum(['not_started', 'in_progress', 'approved']).default('not_started'),
  note: paragraph(1000).default(''),
});
export type SpeakingDetails = z.infer<typeof SpeakingDetails>;

export const SPEAKING_STEPS = ['call', 'content', 'times', 'speakers', 'practical'] as const;

/** Words of an English text, as the limit of 150 counts them. */
export function wordCount(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(/\s+/).length;
}

export const speakingKind = defineKind<SpeakingDetails, (typeof SPEAKING_STEPS)[number]>({
  kind: 'speaking',
  steps: SPEAKING_STEPS,
  details: SpeakingDetails,
  issues: (details) => {
    const { issues, add } = issueList<(typeof SPEAKING_STEPS)[number]>();
    add(details.role === null, 'content', '/role', '希望する役割を選んでください', 'Choose the role you wish for');
    add(
      details.titleJa === '',
      'content',
      '/titleJa',
      '企画名（日本語）を入力してください',
      'Enter the title in Japanese',
    );
    add(
      details.titleEn === '',
      'content',
      '/titleEn',
      '企画名（英語）を入力してください',
      'Enter the title in English',
    );
    add(
      details.abstractJa === '' && details.abstractEn === '',
      'content',
      '/abstractJa',
      '要旨を日本語か英語で入力してください',
      'Enter an abstract in Japanese or English',
    );
    add(
      wordCount(details.abstractEn) > 150,
      'content',
      '/abstractEn',
      '英文要旨は150語までにしてください',
      'Use at most 150 words for the English abstract',
    );
    add(details.theme === null, 'content', '/theme', 'テーマを選んでください', 'Choose a theme');
    add(
      details.wishes.length === 0,
      'times',
      '/wishes',
      '希望する日時を1つ以上選んでください',
      'Choose at least one time',
    );
    add(
      details.speakers.length === 0,
      'speakers',
      '/speakers',
      '登壇者を選ぶか「未定」を加えてください',
      'Choose a speaker, or add one to be decided',
    );
    return issues;
  },
  title: (details) => ({ ja: details.titleJa || details.titleEn, en: details.titleEn || details.titleJa }),
  delegateIds: (details) => eachOnce(details.speakers.map((one) => one.delegateId)),
  asksForHead: (details) => details.headSpeaks,
  searchable: (details) => [
    details.titleJa,
    details.titleEn,
    details.abstractJa,
    details.abstractEn,
    details.novelty,
    details.note,
  ],
});
