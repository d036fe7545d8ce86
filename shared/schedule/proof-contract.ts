import { z } from 'zod';
import { OrganisationId, ProgrammeSessionId } from '#shared/ids.ts';
import { Bilingual } from '#shared/lang.ts';
import { Instant, paragraph, Version } from '#shared/shapes.ts';
import { Change } from './change-contract.ts';
import { PublicSession } from './contract.ts';
import { PROOF_STATES } from './preview-contract.ts';
import { correctionMissing } from './proof-field-texts.ts';

export const PROOF_ANSWERS = ['fine', 'correct'] as const;

const asked = {
  sessionId: ProgrammeSessionId,
  state: z.enum(PROOF_STATES),
  sentAt: Instant,
  answerBy: Instant,
  answer: z.enum(PROOF_ANSWERS).nullable(),
  comment: z.string(),
  answeredAt: Instant.nullable(),
  answeredBy: z.string(),
};

/** One proof as the office follows it. */
export const ProofView = z.strictObject({
  ...asked,
  title: Bilingual,
  memberId: OrganisationId,
  member: Bilingual,
  remindedAt: Instant.nullable(),
});
export type ProofView = z.infer<typeof ProofView>;

/** One proof as its municipality sees it: the session as it would be released, and in what that differs from what is public. */
export const OwnProofView = z.strictObject({
  ...asked,
  session: PublicSession,
  changes: z.array(Change),
  version: Version,
});
export type OwnProofView = z.infer<typeof OwnProofView>;

/** Without `sessionIds`: every session that a release made now would change. */
export const SendProofs = z.strictObject({
  sessionIds: z.array(ProgrammeSessionId).min(1).max(500).optional(),
  answerBy: Instant,
});
export type SendProofs = z.infer<typeof SendProofs>;

export const AnswerProof = z
  .strictObject({ answer: z.enum(PROOF_ANSWERS), comment: paragraph(1000).default('') })
  .refine(({ answer, comment }) => answer === 'fine' || comment !== '', {
    path: ['comment'],
    error: correctionMissing,
  });
export type AnswerProof = z.infer<typeof AnswerProof>;
