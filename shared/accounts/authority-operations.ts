import { z } from 'zod';
import { AuthorityId, OrganisationId } from '#shared/ids.ts';
import { defineOperations } from '#shared/operation.ts';
import * as shape from './authority.ts';
import { GiveAuthority } from './contract.ts';

/** Acting for a person of the municipality, who is named in the record beside whoever acted. */
export const authorityOperations = defineOperations({
  'GET /api/members/:id/authorities': {
    id: 'listAuthorities',
    summary: 'Who may act for whom in a municipality, the latest end first',
    action: 'authority.read',
    params: z.strictObject({ id: OrganisationId }),
    answer: z.strictObject({ items: z.array(shape.AuthorityView) }),
  },
  'POST /api/members/:id/authorities': {
    id: 'giveAuthority',
    summary: 'Let an account act for a delegate, from a day until a day',
    action: 'authority.give',
    params: z.strictObject({ id: OrganisationId }),
    body: GiveAuthority,
    status: 201,
    answer: shape.AuthorityView,
    idempotent: true,
    stepUp: true,
    problems: ['already-exists'],
  },
  'DELETE /api/authorities/:id': {
    id: 'endAuthority',
    summary: 'End the authority to act for a delegate, at once',
    action: 'authority.give',
    params: z.strictObject({ id: AuthorityId }),
    status: 204,
    problems: ['wrong-state'],
  },
  'PUT /api/auth/acting': {
    id: 'chooseActing',
    summary: 'Say for whom this session acts; what I may do stays the same',
    action: 'authority.use',
    body: shape.ChooseActing,
    status: 204,
    problems: ['wrong-state'],
  },
});
