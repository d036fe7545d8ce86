import type { clashOperations } from '#shared/clashes/operations.ts';
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
