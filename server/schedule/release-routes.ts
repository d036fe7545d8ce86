import { releaseOperations } from '#shared/schedule/release-operations.ts';
import { routes } from '../http/route.ts';
import { answerProof } from './answer-proof.ts';
import { listProofs } from './list-proofs.ts';
import { listOwnProofs } from './own-proofs.ts';
import { previewRelease } from './preview-release.ts';
import { remindOfProofs } from './remind-of-proofs.ts';
import { sendProofsOf } from './send-proofs.ts';

export const releaseRoutes = routes(releaseOperations, {
  'GET /api/events/:event/releases/next': ({ ctx, actor, params }) => previewRelease(ctx, actor, params.event),
  'GET /api/events/:event/proofs': ({ ctx, actor, params }) => listProofs(ctx, actor, params.event),
  'POST /api/events/:event/proofs': ({ ctx, actor, params, body }) => sendProofsOf(ctx, actor, params.event, body),
  'POST /api/events/:event/proofs/reminders': ({ ctx, actor, params }) => remindOfProofs(ctx, actor, params.event),
  'GET /api/events/:event/proofs/mine': ({ ctx, actor, params }) => listOwnProofs(ctx, actor, params.event),
  'PUT /api/sessions/:id/proof': ({ ctx, actor, params, ifMatch, body }) =>
    answerProof(ctx, actor, params.id, ifMatch, body),
});
