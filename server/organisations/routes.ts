import { organisationOperations } from '#shared/organisations/operations.ts';
import { routes } from '../http/route.ts';
import { changeMember, listMembers, readMember } from './keep-members.ts';
import { addOrganisation, changeOrganisation, listOrganisations } from './keep-organisations.ts';

export const organisationRoutes = routes(organisationOperations, {
  'GET /api/members': async ({ ctx, actor }) => ({ items: await listMembers(ctx, actor) }),
  'GET /api/members/:id': ({ ctx, actor, params }) => readMember(ctx, actor, params.id),
  'PATCH /api/members/:id': ({ ctx, actor, params, ifMatch, body }) =>
    changeMember(ctx, actor, params.id, ifMatch, body),
  'GET /api/organisations': ({ ctx, actor, query }) => listOrganisations(ctx, actor, query),
  'POST /api/organisations': ({ ctx, actor, body }) => addOrganisation(ctx, actor, body),
  'PUT /api/organisations/:id': ({ ctx, actor, params, ifMatch, body }) =>
    changeOrganisation(ctx, actor, params.id, ifMatch, body),
});
