import type { OperationKey } from '#shared/operation.ts';
import type { AllOperations } from '#shared/operations.ts';
import { identityBody } from './matrix-bodies.ts';
import type { Sample } from './sample.ts';

/** How to call what is about passports and consents, for the matrix of rights. */
export const vaultSamples = {
  'GET /api/delegations/:id/identities': { of: 'member', path: (whose) => [whose.delegation] },
  'PUT /api/delegates/:id/identity': { of: 'member', path: (whose) => [whose.delegate], body: identityBody },
  'POST /api/delegates/:id/identity/link': {
    of: 'member',
    path: (whose) => [whose.delegate],
    body: () => ({ lang: 'ja', send: false }),
  },
  'DELETE /api/delegates/:id/identity/link': { of: 'member', path: (whose) => [whose.delegate] },
  'POST /api/delegates/:id/identity/reveal': {
    of: 'member',
    path: (whose) => [whose.delegate],
    body: () => ({ fields: ['passportNumber'], purpose: 'registration', note: '' }),
  },
  'GET /api/delegates/:id/identity/viewings': { of: 'member', path: (whose) => [whose.delegate] },
  'GET /api/events/:event/consent-texts': { of: 'nobody', path: (_whose, around) => [around.event], query: '?lang=ja' },
  'PUT /api/delegates/:id/consents/:receiver': {
    of: 'member',
    path: (whose) => [whose.delegate, 'secretariat'],
    body: () => ({ lang: 'ja', textVersion: '0'.repeat(64) }),
  },
  'DELETE /api/delegates/:id/consents/:receiver': { of: 'member', path: (whose) => [whose.delegate, 'secretariat'] },
  'POST /api/identity/page': { of: 'nobody', body: () => ({ token: 'x'.repeat(43), lang: 'ja' }) },
  'PUT /api/identity/page': {
    of: 'nobody',
    body: () => ({ token: 'x'.repeat(43), lang: 'ja', identity: identityBody() }),
  },
  'PUT /api/identity/page/consents': {
    of: 'nobody',
    body: () => ({
      token: 'x'.repeat(43),
      lang: 'ja',
      receiver: 'secretariat',
      given: true,
      textVersion: '0'.repeat(64),
    }),
  },

  'GET /api/events/:event/retention': { of: 'nobody', path: (_whose, around) => [around.event] },
  'POST /api/events/:event/purges': {
    of: 'nobody',
    path: (_whose, around) => [around.event],
    body: () => ({ kind: 'left' }),
  },
  'POST /api/purges/:id/approval': { of: 'nobody', path: (_whose, around) => [around.purge] },
  'POST /api/purges/:id/cancellation': { of: 'nobody', path: (_whose, around) => [around.purge] },
  'POST /api/events/:event/holds': {
    of: 'nobody',
    path: (_whose, around) => [around.event],
    body: ({ ours }) => ({ memberId: ours.member, reason: '調査のため' }),
  },
  'POST /api/holds/:id/end-request': { of: 'nobody', path: (_whose, around) => [around.hold] },
  'POST /api/holds/:id/end': { of: 'nobody', path: (_whose, around) => [around.hold] },
  'GET /api/certificates': { of: 'nobody' },
  'GET /api/certificates/:id': { of: 'member', path: (whose) => [whose.certificate] },
} satisfies Partial<Record<keyof AllOperations & OperationKey, Sample>>;
