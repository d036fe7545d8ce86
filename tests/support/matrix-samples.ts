import type { OperationKey } from '#shared/operation.ts';
import type { AllOperations } from '#shared/operations.ts';
import type { TwoMembers } from './builders/two-members.ts';
import { callSamples } from './call-samples.ts';
import { clashSamples, placementSamples } from './clash-samples.ts';
import { issuerSamples } from './issuer-samples.ts';
import {
  BOTH,
  deadlineBody,
  delegateBody,
  eventBody,
  LATER,
  newEventBody,
  organisationBody,
  poolBody,
  roomBody,
  sessionBody,
  venueBody,
  windowBody,
} from './matrix-bodies.ts';
import { outsideSamples } from './outside-samples.ts';
import { passkeySamples } from './passkey-samples.ts';
import { proposalSamples } from './proposal-samples.ts';
import { releaseSamples } from './release-samples.ts';
import type { Sample } from './sample.ts';
import { signOffSamples } from './sign-off-samples.ts';
import { taskSamples } from './task-samples.ts';
import { vaultSamples } from './vault-samples.ts';

const self: Sample = { of: 'nobody' };
const event = (more: Partial<Sample> = {}): Sample => ({
  of: 'nobody',
  path: (_whose, around) => [around.event],
  ...more,
});
const session = (body: unknown): Sample => ({
  of: 'member',
  path: (whose) => [whose.programmeSession],
  body: () => body,
});
const request = (body?: unknown, of: 'request' | 'draft' | 'speaking' | 'bilateral' = 'request'): Sample => ({
  of: 'member',
  path: (whose) => [whose[of]],
  ...(body === undefined ? {} : { body: () => body }),
});
const part = (
  name: 'venue' | 'room' | 'spareRoom' | 'deadline' | 'window' | 'pool' | 'sparePool',
  body?: (world: TwoMembers) => unknown,
): Sample => ({
  of: 'nobody',
  path: (_whose, around) => [around[name]],
  ...(body ? { body } : {}),
});
/** One sample for every operation: a new operation does not compile until it has answered here. */
export const SAMPLES: Record<keyof AllOperations & OperationKey, Sample> = {
  'GET /api/auth/me': self,
  'POST /api/auth/sign-in/email': {
    of: 'nobody',
    body: () => ({ email: 'nobody@people.example', password: 'not the password' }),
  },
  'POST /api/auth/sign-in/link': { of: 'nobody', body: () => ({ email: 'nobody@people.example' }) },
  'POST /api/auth/sign-in/link/redemption': { of: 'nobody', body: () => ({ token: 'x'.repeat(43) }) },
  'POST /api/auth/invitation/redemption': {
    of: 'nobody',
    body: () => ({ token: 'x'.repeat(43), name: '誰か', password: 'a long enough password' }),
  },
  'POST /api/auth/second-factor': { of: 'nobody', body: () => ({ code: '000000' }) },
  'POST /api/auth/mail-code': self,
  'PUT /api/auth/mail-code': { of: 'nobody', body: () => ({ code: 'AAAAAAAA' }) },
  'DELETE /api/auth/mail-code': self,
  'GET /api/auth/second-factor': self,
  'POST /api/auth/totp': self,
  'POST /api/auth/totp/confirmation': { of: 'nobody', body: () => ({ code: '000000' }) },
  'DELETE /api/auth/totp': self,
  'POST /api/auth/recovery-codes': self,
  'POST /api/auth/step-up': { of: 'nobody', body: () => ({ by: 'password', secret: 'not the password' }) },
  'POST /api/auth/sign-out': self,
  'PUT /api/auth/language': { of: 'nobody', body: () => ({ lang: 'ja' }) },
  'PUT /api/auth/self': { of: 'nobody', body: () => ({ name: '誰か', section: '', hotkeys: true }) },
  'PUT /api/auth/password': { of: 'nobody', body: () => ({ current: 'wrong', password: 'a long enough password' }) },
  'GET /api/auth/sessions': self,
  'DELETE /api/auth/sessions/:id': { of: 'person', path: (whose) => [whose.session] },
  'DELETE /api/auth/sessions': self,
  'GET /api/auth/tokens': self,
  'POST /api/auth/tokens': { of: 'nobody', body: () => ({ name: '集計', scope: 'read', days: 30 }) },
  'DELETE /api/auth/tokens/:id': { of: 'person', path: (whose) => [whose.token] },
  'GET /api/staff': self,
  'GET /api/accounts': self,
  'POST /api/accounts': {
    of: 'nobody',
    body: ({ ours }) => ({ email: 'new@people.example', name: '', role: 'member_viewer', memberId: ours.member }),
  },
  'PATCH /api/accounts/:id': {
    of: 'member',
    path: (whose) => [whose.account],
    body: () => ({ role: 'member_viewer', state: 'active' }),
  },
  'GET /api/members/:id/authorities': { of: 'member', path: (whose) => [whose.member] },
  'POST /api/members/:id/authorities': {
    of: 'member',
    path: (whose) => [whose.member],
    body: ({ ours: { account, delegate } }) => ({
      ...{ accountId: account, delegateId: delegate, fromDay: '2027-12-01', untilDay: '2027-12-31' },
    }),
  },
  'DELETE /api/authorities/:id': { of: 'member', path: (whose) => [whose.authority] },
  'PUT /api/auth/acting': { of: 'nobody', body: () => ({ authorityId: null }) },
  'POST /api/accounts/:id/factor-reset': { of: 'member', path: (whose) => [whose.account] },
  'GET /api/factor-resets': self,
  'POST /api/factor-resets/:id/approval': { of: 'nobody', path: (whose) => [whose.factorReset] },
  'DELETE /api/factor-resets/:id': { of: 'nobody', path: (whose) => [whose.factorReset] },

  'GET /api/account-checks': self,
  'GET /api/members/:id/account-check': { of: 'member', path: (whose) => [whose.member] },
  'PUT /api/accounts/:id/check': {
    of: 'member',
    path: (whose) => [whose.account],
    body: () => ({ verdict: 'keep' }),
  },

  'GET /api/members': self,
  'GET /api/members/:id': { of: 'nobody', path: (whose) => [whose.member] },
  'PATCH /api/members/:id': {
    of: 'nobody',
    path: (whose) => [whose.member],
    body: () => ({ sectionMail: '', formalNameEn: '' }),
  },
  'GET /api/organisations': self,
  'POST /api/organisations': { of: 'nobody', body: organisationBody },
  'PUT /api/organisations/:id': {
    of: 'nobody',
    path: (_whose, around) => [around.counterpart],
    body: organisationBody,
  },

  'GET /api/events': self,
  'POST /api/events': { of: 'nobody', body: newEventBody },
  'GET /api/events/:event': event(),
  'PUT /api/events/:event': event({ body: eventBody }),
  'PUT /api/events/:event/days': event({ body: () => ({ days: [] }) }),
  'POST /api/events/:event/venues': event({ body: venueBody }),
  'PUT /api/venues/:id': part('venue', venueBody),
  'POST /api/events/:event/rooms': event({ body: roomBody }),
  'PUT /api/rooms/:id': part('room', roomBody),
  'DELETE /api/rooms/:id': part('spareRoom'),
  'POST /api/events/:event/deadlines': event({ body: deadlineBody }),
  'PUT /api/deadlines/:id': part('deadline', deadlineBody),
  'DELETE /api/deadlines/:id': part('deadline'),
  'PUT /api/windows/:id': part('window', () => ({ ...windowBody(), kind: 'pass' })),
  'POST /api/events/:event/windows': event({ body: windowBody }),
  'POST /api/events/:event/pools': event({ body: poolBody }),
  'PUT /api/pools/:id': part('pool', poolBody),
  'DELETE /api/pools/:id': part('sparePool'),

  'GET /api/events/:event/delegations': event(),
  'PUT /api/events/:event/delegations/:member': { of: 'member', path: (whose, around) => [around.event, whose.member] },
  'GET /api/delegations/:id': { of: 'member', path: (whose) => [whose.delegation] },
  'PATCH /api/delegations/:id': {
    of: 'member',
    path: (whose) => [whose.delegation],
    body: () => ({ purpose: '', headDelegateId: null, minimumParty: 1 }),
  },
  'POST /api/delegations/:id/delegates': { of: 'member', path: (whose) => [whose.delegation], body: delegateBody },
  'PUT /api/delegates/:id': { of: 'member', path: (whose) => [whose.delegate], body: delegateBody },
  'DELETE /api/delegates/:id': { of: 'member', path: (whose) => [whose.delegate] },
  ...vaultSamples,
  ...signOffSamples,
  ...passkeySamples,
  ...issuerSamples,
  ...clashSamples,
  ...placementSamples,
  ...outsideSamples,
  ...taskSamples,
  ...callSamples,
  ...proposalSamples,

  'GET /api/outbox': self,
  'GET /api/outbox/status': self,
  'GET /api/outbox/:id': { of: 'nobody', path: (whose) => [whose.mail] },
  'POST /api/outbox/:id/retry': { of: 'nobody', path: (whose) => [whose.mail] },
  'POST /api/outbox/:id/drop': { of: 'nobody', path: (whose) => [whose.mail] },

  'GET /api/requests': { of: 'nobody', query: '?event=cop32' },
  'GET /api/requests/counts': { of: 'nobody', query: '?event=cop32' },
  'POST /api/requests': { of: 'nobody', body: ({ ours }) => ({ event: 'cop32', kind: 'pass', memberId: ours.member }) },
  'GET /api/requests/:id': request(),
  'DELETE /api/requests/:id': request(),
  'PUT /api/requests/:id/answers': request({ details: {}, step: '' }),
  'POST /api/requests/:id/submission': request(),
  'POST /api/requests/:id/withdrawal': request({ reason: '' }),
  'POST /api/requests/:id/answer': request({ body: '回答' }),
  'POST /api/requests/:id/offer-acceptance': request(),
  'POST /api/requests/:id/offer-refusal': request({ reason: '' }),
  'POST /api/requests/:id/triage': request(),
  'POST /api/requests/:id/question': request({ nextStep: '確認', body: '質問', dueAt: LATER }),
  'POST /api/requests/:id/approval': request(),
  'POST /api/requests/:id/waitlisting': request({ reason: '' }),
  'POST /api/requests/:id/offer': request({ body: '提示', dueAt: LATER }),
  'POST /api/requests/:id/refusal': request({ reason: '理由' }),
  'POST /api/requests/:id/reopening': request({ reason: '' }),
  'POST /api/requests/:id/completion': request(),
  'PUT /api/requests/:id/owner': request({ ownerId: null }),
  'PUT /api/requests/:id/next-step': request({ dueAt: LATER, turn: 'desk' }),
  'GET /api/requests/:id/messages': request(),
  'POST /api/requests/:id/messages': request({ body: '連絡' }),
  'GET /api/requests/:id/notes': request(),
  'POST /api/requests/:id/notes': request({ body: 'メモ' }),
  'GET /api/requests/:id/history': request(),
  'PUT /api/requests/:id/presence': request(),
  'POST /api/requests/bulk': {
    of: 'nobody',
    body: ({ ours }) => ({ items: [{ id: ours.request, version: 9999 }], act: { do: 'start' } }),
  },
  'GET /api/saved-views': self,
  'POST /api/saved-views': { of: 'nobody', body: () => ({ name: '見方', query: '' }) },
  'DELETE /api/saved-views/:id': { of: 'person', path: (whose) => [whose.view] },
  'GET /api/history': self,
  'GET /api/history/mine': self,
  'GET /api/history/head': self,
  'POST /api/history/exports': { of: 'nobody', body: () => ({}) },

  'GET /api/events/:event/passes': event(),
  'GET /api/events/:event/passes/what-if': event(),
  'GET /api/requests/:id/passes': request(),
  'POST /api/requests/:id/passes': {
    of: 'member',
    path: (whose) => [whose.request],
    body: ({ ours, around }) => ({
      places: [{ delegateId: ours.delegate, poolId: around.pool, from: '2027-11-12', to: '2027-11-13' }],
    }),
  },
  'POST /api/passes/:id/release': { of: 'member', path: (whose) => [whose.pass], body: () => ({ reason: '理由' }) },
  'PUT /api/passes/:id/official': {
    of: 'member',
    path: (whose) => [whose.pass],
    body: () => ({ official: 'nominated' }),
  },

  'GET /api/events/:event/schedule': event(),
  'PUT /api/events/:event/schedule/presence': event(),
  'POST /api/events/:event/sessions': event({ body: sessionBody }),
  'GET /api/requests/:id/session': request(undefined, 'speaking'),
  'POST /api/requests/:id/session': request(undefined, 'speaking'),
  'PUT /api/sessions/:id': { of: 'member', path: (whose) => [whose.programmeSession], body: sessionBody },
  'PUT /api/sessions/:id/slot': {
    of: 'member',
    path: (whose) => [whose.programmeSession],
    body: ({ around }) => ({ roomId: around.room, startsAt: '2027-11-08T08:00:00Z', minutes: 60 }),
  },
  'DELETE /api/sessions/:id/slot': { of: 'member', path: (whose) => [whose.programmeSession] },
  'POST /api/sessions/:id/cancellation': session({ reason: '理由' }),
  'GET /api/sessions/:id/sheet': { of: 'member', path: (whose) => [whose.programmeSession] },
  'GET /api/events/:event/sheets': event({ query: '?day=2027-11-11' }),
  'PUT /api/sessions/:id/papers': session({ biographies: [], questions: BOTH, items: [] }),
  'POST /api/sessions/:id/promotion': session({ speaker: 0, reason: '理由' }),
  'GET /api/events/:event/releases': event(),
  'POST /api/events/:event/releases': event({ body: () => ({ comment: BOTH }) }),
  ...releaseSamples,

  'GET /api/events/:event/bilaterals': event(),
  'GET /api/requests/:id/planner': request(undefined, 'bilateral'),
  'GET /api/requests/:id/meeting': request(undefined, 'bilateral'),
  'POST /api/requests/:id/meeting': {
    of: 'member',
    path: (whose) => [whose.bilateral],
    body: ({ around }) => ({ counterpartId: around.counterpart, counterpartPerson: '' }),
  },
  'PUT /api/meetings/:id/state': {
    of: 'member',
    path: (whose) => [whose.meeting],
    body: () => ({ state: 'negotiating' }),
  },
  'PUT /api/meetings/:id/arrangement': {
    of: 'member',
    path: (whose) => [whose.meeting],
    body: ({ ours, around }) => ({
      counterpartId: around.counterpart,
      counterpartPerson: '',
      startsAt: '2027-11-08T08:00:00Z',
      minutes: 30,
      mode: 'online',
      roomId: null,
      place: BOTH,
      language: '',
      delegateIds: [ours.delegate],
    }),
  },
  'POST /api/meetings/:id/cancellation': {
    of: 'member',
    path: (whose) => [whose.meeting],
    body: () => ({ reason: '理由' }),
  },
};
