import { z } from 'zod';
import { DelegateId, DelegationId, OrganisationId } from '#shared/ids.ts';
import { defineOperations } from '#shared/operation.ts';
import * as shape from './contract.ts';

const slug = z.strictObject({ event: z.string().regex(/^[a-z0-9-]{2,40}$/) });

export const delegationOperations = defineOperations({
  'GET /api/events/:event/delegations': {
    id: 'listDelegations',
    summary: 'Every member’s delegation, or one’s own',
    action: 'delegation.read',
    params: slug,
    answer: z.strictObject({ items: z.array(shape.DelegationRow) }),
  },
  'PUT /api/events/:event/delegations/:member': {
    id: 'openDelegation',
    summary: 'The member’s delegation to the event, begun when there is none yet',
    action: 'delegation.change',
    params: z.strictObject({ ...slug.shape, member: OrganisationId }),
    answer: shape.DelegationView,
  },
  'GET /api/delegations/:id': {
    id: 'readDelegation',
    summary: 'One delegation with its delegates',
    action: 'delegation.read',
    params: z.strictObject({ id: DelegationId }),
    answer: shape.DelegationView,
  },
  'PATCH /api/delegations/:id': {
    id: 'changeDelegation',
    summary: 'Change purpose, head and minimum party',
    action: 'delegation.change',
    params: z.strictObject({ id: DelegationId }),
    body: shape.ChangeDelegation,
    ifMatch: true,
    answer: shape.DelegationView,
    problems: ['changed-meanwhile', 'not-in-delegation'],
  },
  'POST /api/delegations/:id/delegates': {
    id: 'addDelegate',
    summary: 'Add a delegate',
    action: 'delegation.change',
    params: z.strictObject({ id: DelegationId }),
    body: shape.DelegateInput,
    status: 201,
    answer: shape.DelegateView,
    idempotent: true,
  },
  'PUT /api/delegates/:id': {
    id: 'changeDelegate',
    summary: 'Change a delegate',
    action: 'delegation.change',
    params: z.strictObject({ id: DelegateId }),
    body: shape.DelegateInput,
    ifMatch: true,
    answer: shape.DelegateView,
    problems: ['changed-meanwhile'],
  },
  'DELETE /api/delegates/:id': {
    id: 'removeDelegate',
    summary: 'Take a delegate out of the delegation',
    action: 'delegation.change',
    params: z.strictObject({ id: DelegateId }),
    ifMatch: true,
    status: 204,
    problems: ['still-in-use', 'changed-meanwhile'],
  },
});
