import type { signOffOperations } from '#shared/requests/sign-off-operations.ts';
import type { Sample } from './sample.ts';

const request = (body?: unknown): Sample => ({
  of: 'member',
  path: (whose) => [whose.request],
  ...(body === undefined ? {} : { body: () => body }),
});
const self: Sample = { of: 'nobody' };

/** How the operations of a municipality's own sign-off are called for the matrix of rights. */
export const signOffSamples: Record<keyof typeof signOffOperations, Sample> = {
  'PUT /api/requests/:id/sign-off': request({ number: '1', decidedOn: '2026-07-01', approver: '者' }),
  'POST /api/requests/:id/sign-off/asking': request(),
  'POST /api/requests/:id/sign-off/decision': request({ decision: 'give' }),
  'GET /api/sign-offs': self,
  'GET /api/sign-off-rule': self,
  'PUT /api/sign-off-rule': { of: 'nobody', body: () => ({ required: false, approverId: null }) },
};
