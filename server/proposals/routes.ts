import { proposalOperations } from '#shared/proposals/operations.ts';
import { created } from '../http/reply.ts';
import { routes } from '../http/route.ts';
import { addProposal } from './add-proposal.ts';
import { decideProposals } from './decide-proposals.ts';
import { joinProposals, partProposals } from './join-proposals.ts';
import { endTrial, tryProposal } from './keep-trial.ts';
import { listProposals, readProposal } from './list-proposals.ts';
import { readJoint } from './read-joint.ts';
import { reviewProposal } from './review-proposal.ts';
import { previewTelling, tellDecisions } from './tell-decisions.ts';

export const proposalRoutes = routes(proposalOperations, {
  'GET /api/calls/:id/proposals': ({ ctx, actor, params, query }) => listProposals(ctx, actor, params.id, query),
  'POST /api/calls/:id/proposals': async ({ ctx, actor, params, body }) => {
    const proposal = await addProposal(ctx, actor, params.id, body);
    return created(proposal, `/api/proposals/${proposal.id}`);
  },
  'GET /api/proposals/:id': ({ ctx, actor, params }) => readProposal(ctx, actor, params.id),
  'PUT /api/proposals/:id/review': ({ ctx, actor, params, body }) => reviewProposal(ctx, actor, params.id, body),
  'POST /api/proposals/:id/joint': ({ ctx, actor, params, ifMatch, body }) =>
    joinProposals(ctx, actor, params.id, ifMatch, body.partIds),
  'DELETE /api/proposals/:id/joint': ({ ctx, actor, params, ifMatch }) => partProposals(ctx, actor, params.id, ifMatch),
  'POST /api/proposals/:id/trial': async ({ ctx, actor, params }) => {
    const session = await tryProposal(ctx, actor, params.id);
    return created(session, `/api/sessions/${session.id}`);
  },
  'DELETE /api/proposals/:id/trial': ({ ctx, actor, params }) => endTrial(ctx, actor, params.id),
  'POST /api/calls/:id/decisions': ({ ctx, actor, params, body }) => decideProposals(ctx, actor, params.id, body),
  'GET /api/calls/:id/telling': ({ ctx, actor, params }) => previewTelling(ctx, actor, params.id),
  'POST /api/calls/:id/telling': ({ ctx, actor, params, body }) => tellDecisions(ctx, actor, params.id, body),
  'GET /api/requests/:id/joint': ({ ctx, actor, params }) => readJoint(ctx, actor, params.id),
});
