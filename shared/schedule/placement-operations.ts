import { z } from 'zod';
import { EVENT_SLUG } from '#shared/events/contract.ts';
import { PlacementRunId } from '#shared/ids.ts';
import { defineOperations } from '#shared/operation.ts';
import * as shape from './placement-contract.ts';

const slug = z.strictObject({ event: z.string().regex(EVENT_SLUG) });
const run = z.strictObject({ id: PlacementRunId });

export const placementOperations = defineOperations({
  'GET /api/events/:event/placement': {
    id: 'readPlacement',
    summary: 'The latest proposal for the sessions without a place, or how far it is',
    action: 'finding.read',
    params: slug,
    answer: shape.LatestRun,
  },
  'POST /api/events/:event/placements': {
    id: 'proposePlacement',
    summary: 'Have a place proposed for every session without one; changes nothing',
    action: 'schedule.arrange',
    params: slug,
    status: 201,
    answer: shape.PlacementRunView,
    problems: ['wrong-state'],
  },
  'POST /api/placements/:id/cancellation': {
    id: 'cancelPlacement',
    summary: 'Stop working out a proposal',
    action: 'schedule.arrange',
    params: run,
    answer: shape.PlacementRunView,
    problems: ['wrong-state'],
  },
  'POST /api/placements/:id/acceptance': {
    id: 'acceptPlacement',
    summary: 'Place sessions as proposed, each judged on its own',
    action: 'schedule.arrange',
    params: run,
    body: shape.AcceptPlacement,
    answer: shape.AcceptAnswer,
    problems: ['wrong-state'],
  },
});
