import { z } from 'zod';
import { OrganisationId } from '#shared/ids.ts';
import { defineOperations } from '#shared/operation.ts';
import * as shape from './contract.ts';

const params = z.strictObject({ id: OrganisationId });

export const organisationOperations = defineOperations({
  'GET /api/members': {
    id: 'listMembers',
    summary: 'The member municipalities',
    action: 'organisation.read',
    answer: shape.MemberList,
  },
  'GET /api/members/:id': {
    id: 'readMember',
    summary: 'One member municipality',
    action: 'organisation.read',
    params,
    answer: shape.MemberView,
  },
  'PATCH /api/members/:id': {
    id: 'changeMember',
    summary: 'Change what we know of a member',
    action: 'organisation.change',
    params,
    body: shape.ChangeMember,
    ifMatch: true,
    answer: shape.MemberView,
    problems: ['changed-meanwhile'],
  },
  'GET /api/organisations': {
    id: 'listOrganisations',
    summary: 'Cities and bodies we deal with',
    action: 'organisation.read',
    query: shape.OrganisationQuery,
    answer: shape.OrganisationPage,
  },
  'POST /api/organisations': {
    id: 'addOrganisation',
    summary: 'Add a city or body',
    action: 'organisation.change',
    body: shape.OrganisationInput,
    status: 201,
    answer: shape.OrganisationView,
    idempotent: true,
  },
  'PUT /api/organisations/:id': {
    id: 'changeOrganisation',
    summary: 'Change a city or body',
    action: 'organisation.change',
    params,
    body: shape.OrganisationInput,
    ifMatch: true,
    answer: shape.OrganisationView,
    problems: ['changed-meanwhile'],
  },
});
