import { z } from 'zod';
import { CriterionId, OrganisationId, ProgrammeSessionId, ProposalId, RequestId } from '#shared/ids.ts';
import { Bilingual } from '#shared/lang.ts';
import { PageQuery, pageOf } from '#shared/page.ts';
import { SESSION_FORMATS, THEMES } from '#shared/requests/kinds/speaking.ts';
import { Instant, line, paragraph, requiredLine, say, Version } from '#shared/shapes.ts';

export const DECISIONS = ['accept', 'decline', 'waitlist'] as const;
export type Decision = (typeof DECISIONS)[number];
/** Where a decision stands: none yet, held back, or told. */
export const STANDINGS = ['open', 'held', 'told'] as const;
/** A criterion is given so many points at most. */
export const MOST_POINTS = 5;

const Organisation = z.strictObject({ id: OrganisationId, name: Bilingual });
/** What a municipality asked for and got: at this event, and at all before it. */
const Share = z.strictObject({
  proposals: z.int(),
  sessions: z.int(),
  pastProposals: z.int(),
  pastSessions: z.int(),
});

export const ProposalRow = z.strictObject({
  id: ProposalId,
  requestId: RequestId.nullable(),
  reference: z.string().nullable(),
  title: Bilingual,
  theme: z.enum(THEMES).nullable(),
  /** The municipality, or a partner for whom the office filed it. */
  organisation: z.strictObject({ ...Organisation.shape, isMember: z.boolean() }),
  submittedAt: Instant,
  late: z.boolean(),
  /** Those who propose it jointly with the one that leads. */
  parts: z.array(z.strictObject({ id: ProposalId, reference: z.string().nullable(), organisation: Organisation })),
  /** The mean of the colleagues' marks, 0 to 5, and how far they lie apart; null where the reader owes their own first. */
  mean: z.number().nullable(),
  spread: z.number().nullable(),
  reviews: z.int(),
  mine: z.boolean(),
  standing: z.enum(STANDINGS),
  decision: z.enum(DECISIONS).nullable(),
  reason: z.string(),
  /** Its session, tried out or real. */
  session: z.strictObject({ id: ProgrammeSessionId, trial: z.boolean(), startsAt: Instant.nullable() }).nullable(),
  share: Share.nullable(),
  version: Version,
});
export type ProposalRow = z.infer<typeof ProposalRow>;
export const ProposalPage = pageOf(ProposalRow);

export const ReviewView = z.strictObject({
  author: z.string(),
  mine: z.boolean(),
  comment: z.string(),
  mark: z.number(),
  scores: z.array(z.strictObject({ criterionId: CriterionId, points: z.int() })),
  at: Instant,
});
export type ReviewView = z.infer<typeof ReviewView>;

export const ProposalView = z.strictObject({
  ...ProposalRow.shape,
  abstract: Bilingual,
  answers: z.array(z.strictObject({ label: Bilingual, answer: Bilingual })),
  /** Colleagues' reviews; empty, one's own apart, while the reader owes theirs. */
  all: z.array(ReviewView),
  hidden: z.boolean(),
});
export type ProposalView = z.infer<typeof ProposalView>;

export const ProposalQuery = z.strictObject({
  ...PageQuery,
  standing: z.enum(STANDINGS).optional(),
  decision: z.enum(DECISIONS).optional(),
  theme: z.enum(THEMES).optional(),
  member: OrganisationId.optional(),
  unscored: z.stringbool().optional(),
});
export type ProposalQuery = z.infer<typeof ProposalQuery>;

/** A request that asked the office to propose a room is put under a call; a partner's proposal is written down here. */
export const AddProposal = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('request'), requestId: RequestId }),
  z.strictObject({
    of: z.literal('partner'),
    partnerId: OrganisationId,
    title: z.strictObject({
      ja: requiredLine(80, '企画名（日本語）を入力してください', 'Enter the title in Japanese'),
      en: requiredLine(140, '企画名（英語）を入力してください', 'Enter the title in English'),
    }),
    abstract: z.strictObject({ ja: paragraph(400), en: paragraph(1200) }),
    theme: z.enum(THEMES),
    format: z.enum(SESSION_FORMATS),
    minutes: z.int().min(15).max(240),
  }),
]);
export type AddProposal = z.infer<typeof AddProposal>;

export const ReviewInput = z.strictObject({
  comment: paragraph(1000),
  scores: z.array(z.strictObject({ criterionId: CriterionId, points: z.int().min(0).max(MOST_POINTS) })).max(10),
});
export type ReviewInput = z.infer<typeof ReviewInput>;

export const JoinInput = z.strictObject({
  partIds: z
    .array(ProposalId)
    .min(1, { error: say('いっしょにする提案を選んでください', 'Choose the proposals to join') })
    .max(8),
});

const items = z
  .array(z.strictObject({ id: ProposalId, version: Version }))
  .min(1, { error: say('提案を選んでください', 'Choose proposals') })
  .max(200, { error: say('一度に200件までにしてください', 'Choose at most 200 at once') });
export const DecideInput = z
  .strictObject({ items, decision: z.enum(DECISIONS).nullable(), reason: paragraph(1000).default('') })
  .refine(({ decision, reason }) => decision !== 'decline' || reason !== '', {
    path: ['reason'],
    error: say('見送る理由を入力してください', 'Enter the reason'),
  });
export type DecideInput = z.infer<typeof DecideInput>;
export const DecideAnswer = z.strictObject({
  done: z.array(z.strictObject({ id: ProposalId, version: Version })),
  refused: z.array(z.strictObject({ id: ProposalId, detail: z.string() })),
});
export type DecideAnswer = z.infer<typeof DecideAnswer>;

const Words = z.strictObject({ ja: paragraph(1000), en: paragraph(1500) });
export const TellInput = z.strictObject({
  items,
  /** What stands above each result on its page, by outcome. */
  words: z.strictObject({ accept: Words, decline: Words, waitlist: Words }),
});
export type TellInput = z.infer<typeof TellInput>;

const MailWords = z.strictObject({ subject: line(200), body: z.string() });
/** What telling now would do: whom each mail would reach, and what it would say in both languages. */
export const TellingView = z.strictObject({
  items: z.array(
    z.strictObject({
      id: ProposalId,
      version: Version,
      title: Bilingual,
      decision: z.enum(DECISIONS),
      reason: z.string(),
      /** Why it cannot be told just now; null when it can. */
      whyNot: z.string().nullable(),
      mails: z.array(
        z.strictObject({
          organisation: Bilingual,
          reference: z.string(),
          to: z.array(z.string()),
          ja: MailWords,
          en: MailWords,
        }),
      ),
    }),
  ),
});
export type TellingView = z.infer<typeof TellingView>;
export const TellAnswer = z.strictObject({ told: z.int(), mails: z.int() });
