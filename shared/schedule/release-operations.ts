import { z } from 'zod';
import { ProgrammeSessionId } from '#shared/ids.ts';
import { defineOperations } from '#shared/operation.ts';
import { ReleasePreview } from './preview-contract.ts';
import { AnswerProof, OwnProofView, ProofView, SendProofs } from './proof-contract.ts';

const slug = z.strictObject({ event: z.string().regex(/^[a-z0-9-]{2,40}$/) });

/** What happens before a release: looking at what it would do, and asking the municipalities. */
export const releaseOperations = defineOperations({
  'GET /api/events/:event/releases/next': {
    id: 'previewRelease',
    summary: 'What a release made now would change, and who would be told in which words',
    action: 'schedule.read',
    params: slug,
    answer: ReleasePreview,
  },
  'GET /api/events/:event/proofs': {
    id: 'listProofs',
    summary: 'Which municipalities were asked about their sessions before the release, and what they say',
    action: 'schedule.read',
    params: slug,
    answer: z.strictObject({ items: z.array(ProofView) }),
  },
  'POST /api/events/:event/proofs': {
    id: 'sendProofs',
    summary: 'Send sessions of the draft to the municipalities concerned, to be checked before the release',
    action: 'schedule.arrange',
    params: slug,
    body: SendProofs,
    status: 201,
    answer: z.strictObject({ proofs: z.int(), members: z.int() }),
    idempotent: true,
    problems: ['nothing-to-release'],
  },
  'POST /api/events/:event/proofs/reminders': {
    id: 'remindOfProofs',
    summary: 'Remind the municipalities that have not answered',
    action: 'schedule.arrange',
    params: slug,
    status: 201,
    answer: z.strictObject({ members: z.int() }),
    idempotent: true,
  },
  'GET /api/events/:event/proofs/mine': {
    id: 'listOwnProofs',
    summary: 'The sessions one’s own municipality is asked to check',
    action: 'proof.read',
    params: slug,
    answer: z.strictObject({ items: z.array(OwnProofView) }),
  },
  'PUT /api/sessions/:id/proof': {
    id: 'answerProof',
    summary: 'Say that a session may be published like this, or what should be corrected',
    action: 'proof.answer',
    params: z.strictObject({ id: ProgrammeSessionId }),
    body: AnswerProof,
    ifMatch: true,
    answer: OwnProofView,
    problems: ['changed-meanwhile'],
  },
});
