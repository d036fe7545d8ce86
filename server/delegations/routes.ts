import { delegationOperations } from '#shared/delegations/operations.ts';
import { routes } from '../http/route.ts';
import { changeDelegation } from './change-delegation.ts';
import { makeIdentityLink, revokeIdentityLink } from './identity-link.ts';
import { decideByLink, keepIdentityByLink, openIdentityPage } from './identity-page.ts';
import { endConsent, listConsentTexts, recordConsent } from './keep-consents.ts';
import { addDelegate, changeDelegate } from './keep-delegates.ts';
import { askToEndHold, endHold, placeHold } from './keep-holds.ts';
import { keepIdentity } from './keep-identity.ts';
import { approvePurge, cancelPurge, readRetention, requestPurge } from './keep-retention.ts';
import { listIdentities } from './list-identities.ts';
import { listViewings } from './list-viewings.ts';
import { openDelegation } from './open-delegation.ts';
import { listCertificates, readCertificate } from './read-certificates.ts';
import { listDelegations, readDelegation } from './read-delegation.ts';
import { removeDelegate } from './remove-delegate.ts';
import { revealIdentity } from './reveal-identity.ts';

export const delegationRoutes = routes(delegationOperations, {
  'GET /api/events/:event/delegations': async ({ ctx, actor, params }) => ({
    items: await listDelegations(ctx, actor, params.event),
  }),
  'PUT /api/events/:event/delegations/:member': ({ ctx, actor, params }) =>
    openDelegation(ctx, actor, params.event, params.member),
  'GET /api/delegations/:id': ({ ctx, actor, params }) => readDelegation(ctx, actor, params.id),
  'PATCH /api/delegations/:id': ({ ctx, actor, params, ifMatch, body }) =>
    changeDelegation(ctx, actor, params.id, ifMatch, body),
  'POST /api/delegations/:id/delegates': ({ ctx, actor, params, body }) => addDelegate(ctx, actor, params.id, body),
  'PUT /api/delegates/:id': ({ ctx, actor, params, ifMatch, body }) =>
    changeDelegate(ctx, actor, params.id, ifMatch, body),
  'DELETE /api/delegates/:id': ({ ctx, actor, params, ifMatch }) => removeDelegate(ctx, actor, params.id, ifMatch),
  'GET /api/delegations/:id/identities': async ({ ctx, actor, params }) => ({
    items: await listIdentities(ctx, actor, params.id),
  }),
  'PUT /api/delegates/:id/identity': ({ ctx, actor, params, body }) => keepIdentity(ctx, actor, params.id, body),
  'POST /api/delegates/:id/identity/link': ({ ctx, actor, params, body }) =>
    makeIdentityLink(ctx, actor, params.id, body),
  'DELETE /api/delegates/:id/identity/link': ({ ctx, actor, params }) => revokeIdentityLink(ctx, actor, params.id),
  'GET /api/events/:event/consent-texts': async ({ ctx, actor, params, query }) => ({
    items: await listConsentTexts(ctx, actor, params.event, query.lang),
  }),
  'PUT /api/delegates/:id/consents/:receiver': ({ ctx, actor, params, body }) =>
    recordConsent(ctx, actor, params.id, params.receiver, body),
  'DELETE /api/delegates/:id/consents/:receiver': ({ ctx, actor, params }) =>
    endConsent(ctx, actor, params.id, params.receiver),
  'POST /api/identity/page': ({ ctx, body }) => openIdentityPage(ctx, body),
  'PUT /api/identity/page': ({ ctx, body }) => keepIdentityByLink(ctx, body),
  'PUT /api/identity/page/consents': ({ ctx, body }) => decideByLink(ctx, body),
  'POST /api/delegates/:id/identity/reveal': ({ ctx, actor, params, body }) =>
    revealIdentity(ctx, actor, params.id, body),
  'GET /api/delegates/:id/identity/viewings': async ({ ctx, actor, params }) => ({
    items: await listViewings(ctx, actor, params.id),
  }),
  'GET /api/events/:event/retention': ({ ctx, actor, params }) => readRetention(ctx, actor, params.event),
  'POST /api/events/:event/purges': ({ ctx, actor, params, body }) => requestPurge(ctx, actor, params.event, body.kind),
  'POST /api/purges/:id/approval': ({ ctx, actor, params }) => approvePurge(ctx, actor, params.id),
  'POST /api/purges/:id/cancellation': ({ ctx, actor, params }) => cancelPurge(ctx, actor, params.id),
  'POST /api/events/:event/holds': ({ ctx, actor, params, body }) => placeHold(ctx, actor, params.event, body),
  'POST /api/holds/:id/end-request': ({ ctx, actor, params }) => askToEndHold(ctx, actor, params.id),
  'POST /api/holds/:id/end': ({ ctx, actor, params }) => endHold(ctx, actor, params.id),
  'GET /api/certificates': async ({ ctx, actor }) => ({ items: await listCertificates(ctx, actor) }),
  'GET /api/certificates/:id': ({ ctx, actor, params }) => readCertificate(ctx, actor, params.id),
});
