import type { clashOperations } from '#shared/clashes/operations.ts';
import type { placementOperations } from '#shared/schedule/placement-operations.ts';
import type { Sample } from './sample.ts';

const event = (more: Partial<Sample> = {}): Sample => ({
  of: 'nobody',
  path: (_whose, around) => [around.event],
  ...more,
});
const finding: Partial<Sample> = { path: (whose, around) => [around.event, `missing_text:${whose.programmeSession}`] };

/** How the operations of the findings are called for the matrix of rights. */
export const clashSamples: Record<keyof typeof clashOperations, Sample> = {
  'GET /api/events/:event/findings': event(),
  'PUT /api/events/:event/findings/:key/acknowledgement': event({
    ...finding,
    body: () => ({ stamp: '0000000000000000', reason: '理由' }),
  }),
  'DELETE /api/events/:event/findings/:key/acknowledgement': event(finding),
  'GET /api/events/:event/planning': event(),
  'PUT /api/events/:event/planning': event({
    body: () => ({ roomMinutes: 5, venueMinutes: 15, interpreterTeams: 1, ways: [] }),
  }),
};

const run = (body?: unknown): Sample => ({
  of: 'nobody',
  path: (whose) => [whose.placementRun],
  ...(body === undefined ? {} : { body: () => body }),
});

/** How the operations of proposals are called for the matrix of rights. */
export const placementSamples: Record<keyof typeof placementOperations, Sample> = {
  'GET /api/events/:event/placement': event(),
  'POST /api/events/:event/placements': event(),
  'POST /api/placements/:id/cancellation': run(),
  'POST /api/placements/:id/acceptance': run({ sessionIds: ['019a0000-0000-7000-8000-000000000001'] }),
};
