import { z } from 'zod';
import { CallId, CriterionId, OrganisationId, QuestionId, RoomId } from '#shared/ids.ts';
import { Bilingual } from '#shared/lang.ts';
import { Instant, line, paragraph, requiredLine, requiredParagraph, say, Version } from '#shared/shapes.ts';
import { CALL_STATES, MOST_CRITERIA, MOST_QUESTIONS, QUESTION_KINDS } from './call.ts';

export const QuestionView = z.strictObject({
  id: QuestionId,
  kind: z.enum(QUESTION_KINDS),
  required: z.boolean(),
  label: Bilingual,
  /** What can be chosen, for a choice. */
  options: z.array(Bilingual),
});
export type QuestionView = z.infer<typeof QuestionView>;

export const CriterionView = z.strictObject({ id: CriterionId, weight: z.int(), name: Bilingual, note: Bilingual });
export type CriterionView = z.infer<typeof CriterionView>;

export const CallView = z.strictObject({
  id: CallId,
  /** Null when it is for the programme of the whole event. */
  room: z.strictObject({ id: RoomId, name: Bilingual }).nullable(),
  /** The venue's clocks, by which its times are said. */
  timeZone: z.string(),
  title: Bilingual,
  guidance: Bilingual,
  opensAt: Instant,
  closesAt: Instant,
  state: z.enum(CALL_STATES),
  mostPerMember: z.int().nullable(),
  needsSignOff: z.boolean(),
  scoresHidden: z.boolean(),
  questions: z.array(QuestionView),
  criteria: z.array(CriterionView),
  /** Proposals sent and not withdrawn: the municipality's own, or all of them for the office. */
  proposals: z.int(),
  /** Until when the reader's municipality may send after the closing, by the office's leave. */
  lateUntil: Instant.nullable(),
  version: Version,
});
export type CallView = z.infer<typeof CallView>;
export const CallList = z.strictObject({ items: z.array(CallView) });

const Label = z.strictObject({
  ja: requiredLine(120, '日本語の質問を入力してください', 'Enter the question in Japanese'),
  en: requiredLine(200, '英語の質問を入力してください', 'Enter the question in English'),
});
const Option = z.strictObject({
  ja: requiredLine(60, '日本語の選択肢を入力してください', 'Enter the option in Japanese'),
  en: requiredLine(100, '英語の選択肢を入力してください', 'Enter the option in English'),
});

/** `id` names a question that is there already; without one it is new. */
export const QuestionInput = z
  .strictObject({
    id: QuestionId.nullable().default(null),
    kind: z.enum(QUESTION_KINDS),
    required: z.boolean(),
    label: Label,
    options: z.array(Option).max(12).default([]),
  })
  .refine(({ kind, options }) => (kind === 'choice' ? options.length >= 2 : options.length === 0), {
    path: ['options'],
    error: say('選択肢を2つ以上入力してください', 'Enter at least two options'),
  });
export const CriterionInput = z.strictObject({
  id: CriterionId.nullable().default(null),
  weight: z.int().min(1).max(10),
  name: z.strictObject({
    ja: requiredLine(60, '日本語の基準を入力してください', 'Enter the criterion in Japanese'),
    en: requiredLine(100, '英語の基準を入力してください', 'Enter the criterion in English'),
  }),
  note: z.strictObject({ ja: line(200), en: line(300) }),
});

const inOrder = (call: { opensAt: string; closesAt: string }) => Date.parse(call.opensAt) < Date.parse(call.closesAt);
const order = {
  path: ['closesAt'],
  error: say('終わりは、始まりより後にしてください', 'The end must be after the start'),
};

export const CallInput = z
  .strictObject({
    roomId: RoomId.nullable(),
    title: z.strictObject({
      ja: requiredLine(80, '日本語の名前を入力してください', 'Enter the name in Japanese'),
      en: requiredLine(120, '英語の名前を入力してください', 'Enter the name in English'),
    }),
    guidance: z.strictObject({ ja: paragraph(2000), en: paragraph(3000) }),
    opensAt: Instant,
    closesAt: Instant,
    mostPerMember: z.int().min(1).max(20).nullable(),
    needsSignOff: z.boolean(),
    scoresHidden: z.boolean(),
    questions: z.array(QuestionInput).max(MOST_QUESTIONS),
    criteria: z
      .array(CriterionInput)
      .min(1, { error: say('基準を1つ以上入力してください', 'Enter at least one criterion') })
      .max(MOST_CRITERIA),
  })
  .refine(inOrder, order);
export type CallInput = z.infer<typeof CallInput>;

/** The same questions and criteria for another time, at this event or another. */
export const CopyCall = z
  .strictObject({ event: z.string().regex(/^[a-z0-9-]{2,40}$/), opensAt: Instant, closesAt: Instant })
  .refine(inOrder, order);
export type CopyCall = z.infer<typeof CopyCall>;

export const ExceptionInput = z.strictObject({
  until: Instant,
  reason: requiredParagraph(500, '理由を入力してください', 'Enter the reason'),
});
export type ExceptionInput = z.infer<typeof ExceptionInput>;
export const ExceptionView = z.strictObject({
  member: z.strictObject({ id: OrganisationId, name: Bilingual }),
  until: Instant,
  reason: z.string(),
  givenBy: z.string(),
  givenAt: Instant,
});
export type ExceptionView = z.infer<typeof ExceptionView>;
