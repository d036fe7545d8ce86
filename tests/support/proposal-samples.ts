import type { Sample } from './sample.ts';

const ofProposal = (body?: Sample['body']): Sample => ({
  of: 'nobody',
  path: (whose) => [whose.proposal],
  ...(body ? { body } : {}),
});
const ofCall = (body?: Sample['body']): Sample => ({
  of: 'nobody',
  path: (_whose, around) => [around.call],
  ...(body ? { body } : {}),
});
const WORDS = { ja: '', en: '' };
const items = (id: string) => [{ id, version: 9999 }];

/** How to call the operations of proposals. */
export const proposalSamples = {
  'GET /api/calls/:id/proposals': ofCall(),
  'POST /api/calls/:id/proposals': ofCall(({ around }) => ({
    ...{ of: 'partner', partnerId: around.counterpart, title: { ja: '企画', en: 'Session' }, abstract: WORDS },
    ...{ theme: 'energy', format: 'panel', minutes: 60 },
  })),
  'GET /api/proposals/:id': ofProposal(),
  'PUT /api/proposals/:id/review': ofProposal(() => ({ comment: '', scores: [] })),
  'POST /api/proposals/:id/joint': ofProposal(({ ours }) => ({ partIds: [ours.proposal] })),
  'DELETE /api/proposals/:id/joint': ofProposal(),
  'POST /api/proposals/:id/trial': ofProposal(),
  'DELETE /api/proposals/:id/trial': ofProposal(),
  'POST /api/calls/:id/decisions': ofCall(({ ours }) => ({ items: items(ours.proposal), decision: 'accept' })),
  'GET /api/calls/:id/telling': ofCall(),
  'POST /api/calls/:id/telling': ofCall(({ ours }) => ({
    ...{ items: items(ours.proposal), words: { accept: WORDS, decline: WORDS, waitlist: WORDS } },
  })),
  'GET /api/requests/:id/joint': { of: 'member', path: (whose) => [whose.speaking] },
} satisfies Record<string, Sample>;
