import { z } from 'zod';
import { CallId, ProposalId, RequestId } from '#shared/ids.ts';
import { Bilingual } from '#shared/lang.ts';
import { defineOperations } from '#shared/operation.ts';
import { SessionView } from '#shared/schedule/contract.ts';
import * as shape from './contract.ts';

const ofCall = z.strictObject({ id: CallId });
const ofProposal = z.strictObject({ id: ProposalId });

export const proposalOperations = defineOperations({
  'GET /api/calls/:id/proposals': {
    id: 'listProposals',
    summary: 'The ranking of a call, the best mean first',
    action: 'proposal.read',
    params: ofCall,
    query: shape.ProposalQuery,
    answer: shape.ProposalPage,
  },
  'POST /api/calls/:id/proposals': {
    id: 'addProposal',
    summary: 'Put a request under a call, or write down what a partner proposes',
    action: 'proposal.decide',
    params: ofCall,
    body: shape.AddProposal,
    status: 201,
    answer: shape.ProposalView,
    idempotent: true,
    problems: ['wrong-state', 'already-exists'],
  },
  'GET /api/proposals/:id': {
    id: 'readProposal',
    summary: 'One proposal with its reviews',
    action: 'proposal.read',
    params: ofProposal,
    answer: shape.ProposalView,
  },
  'PUT /api/proposals/:id/review': {
    id: 'reviewProposal',
    summary: 'Give one’s own scores and comment',
    action: 'proposal.score',
    params: ofProposal,
    body: shape.ReviewInput,
    answer: shape.ProposalView,
    problems: ['wrong-state'],
  },
  'POST /api/proposals/:id/joint': {
    id: 'joinProposals',
    summary: 'Make one joint proposal of several; this one leads',
    action: 'proposal.decide',
    params: ofProposal,
    body: shape.JoinInput,
    ifMatch: true,
    answer: shape.ProposalView,
    problems: ['wrong-state', 'changed-meanwhile'],
  },
  'DELETE /api/proposals/:id/joint': {
    id: 'partProposals',
    summary: 'Take a joint proposal apart, before its session has a place',
    action: 'proposal.decide',
    params: ofProposal,
    ifMatch: true,
    answer: shape.ProposalView,
    problems: ['wrong-state', 'changed-meanwhile'],
  },
  'POST /api/proposals/:id/trial': {
    id: 'tryProposal',
    summary: 'Make a session to try out in the draft; nobody is told',
    action: 'proposal.decide',
    params: ofProposal,
    status: 201,
    answer: SessionView,
    idempotent: true,
    problems: ['wrong-state', 'already-exists'],
  },
  'DELETE /api/proposals/:id/trial': {
    id: 'endTrial',
    summary: 'Take the session away that was tried out',
    action: 'proposal.decide',
    params: ofProposal,
    answer: shape.ProposalView,
    problems: ['wrong-state'],
  },
  'POST /api/calls/:id/decisions': {
    id: 'decideProposals',
    summary: 'Decide on many and hold it back; a held decision changes until it is told',
    action: 'proposal.decide',
    params: ofCall,
    body: shape.DecideInput,
    answer: shape.DecideAnswer,
  },
  'GET /api/calls/:id/telling': {
    id: 'previewTelling',
    summary: 'What telling the held decisions would mail, to whom',
    action: 'proposal.decide',
    params: ofCall,
    answer: shape.TellingView,
  },
  'POST /api/calls/:id/telling': {
    id: 'tellDecisions',
    summary: 'Tell held decisions, all in one act or none',
    action: 'proposal.decide',
    params: ofCall,
    body: shape.TellInput,
    answer: shape.TellAnswer,
    idempotent: true,
    problems: ['changed-meanwhile', 'wrong-state'],
  },
  'GET /api/requests/:id/joint': {
    id: 'readJoint',
    summary: 'With whom a request is a joint proposal, by name alone',
    action: 'request.read',
    params: z.strictObject({ id: RequestId }),
    answer: z.strictObject({ with: z.array(Bilingual) }),
  },
});
