import { z } from 'zod';
import { PassId, RequestId } from '#shared/ids.ts';
import { defineOperations } from '#shared/operation.ts';
import * as shape from './contract.ts';
import { WhatIf, WhatIfQuery } from './what-if.ts';

const ofRequest = z.strictObject({ id: RequestId });
const ofPass = z.strictObject({ id: PassId });

export const passOperations = defineOperations({
  'GET /api/events/:event/passes': {
    id: 'readPassBoard',
    summary: 'Pools, members’ shares, who waits and who holds a place',
    action: 'pass.read',
    params: z.strictObject({ event: z.string().regex(/^[a-z0-9-]{2,40}$/) }),
    answer: shape.PassBoard,
  },
  'GET /api/events/:event/passes/what-if': {
    id: 'tryAllotment',
    summary: 'Who would have a place with other pools or rules, and why; changes nothing',
    action: 'pass.read',
    params: z.strictObject({ event: z.string().regex(/^[a-z0-9-]{2,40}$/) }),
    query: WhatIfQuery,
    answer: WhatIf,
    problems: ['unavailable'],
  },
  'GET /api/requests/:id/passes': {
    id: 'listPassesOfRequest',
    summary: 'The places this request was given',
    action: 'request.read',
    params: ofRequest,
    answer: z.strictObject({ items: z.array(shape.PassView) }),
  },
  'POST /api/requests/:id/passes': {
    id: 'allotPasses',
    summary: 'Give places to delegates; all of them or none',
    action: 'pass.allot',
    params: ofRequest,
    body: shape.AllotPasses,
    ifMatch: true,
    idempotent: true,
    status: 201,
    answer: z.strictObject({ items: z.array(shape.PassView) }),
    problems: ['pool-full', 'already-holds-pass', 'not-in-delegation', 'wrong-state', 'changed-meanwhile'],
  },
  'POST /api/passes/:id/release': {
    id: 'releasePass',
    summary: 'Give a place back to its pool, with the reason',
    action: 'pass.allot',
    params: ofPass,
    body: shape.ReleasePass,
    ifMatch: true,
    status: 204,
    problems: ['wrong-state', 'changed-meanwhile'],
  },
  'PUT /api/passes/:id/official': {
    id: 'recordOfficialStep',
    summary: 'Record how far the secretariat’s system is',
    action: 'pass.allot',
    params: ofPass,
    body: shape.ChangeOfficial,
    ifMatch: true,
    answer: shape.PassView,
    problems: ['changed-meanwhile', 'consent-missing'],
  },
});
