import { z } from 'zod';
import { EVENT_SLUG } from '#shared/events/contract.ts';
import { defineOperations } from '#shared/operation.ts';
import * as shape from './contract.ts';

const slug = z.strictObject({ event: z.string().regex(EVENT_SLUG) });

export const clashOperations = defineOperations({
  'GET /api/events/:event/findings': {
    id: 'listFindings',
    summary: 'Contradictions: a person in two places, no time for the way, outside the wishes',
    action: 'finding.read',
    params: slug,
    answer: shape.FindingList,
  },
  'PUT /api/events/:event/findings/:key/acknowledgement': {
    id: 'acknowledgeFinding',
    summary: 'Let a finding be, for a reason, as long as nothing it is about moves',
    action: 'schedule.arrange',
    params: shape.FindingParams,
    body: shape.Acknowledge,
    answer: shape.FindingList,
    problems: ['changed-meanwhile'],
  },
  'DELETE /api/events/:event/findings/:key/acknowledgement': {
    id: 'reopenFinding',
    summary: 'Take an acknowledgement back',
    action: 'schedule.arrange',
    params: shape.FindingParams,
    answer: shape.FindingList,
    problems: ['wrong-state'],
  },
  'GET /api/events/:event/planning': {
    id: 'readPlanning',
    summary: 'What the findings presume: minutes of the ways, teams of interpreters',
    action: 'finding.read',
    params: slug,
    answer: shape.PlanningView,
  },
  'PUT /api/events/:event/planning': {
    id: 'changePlanning',
    summary: 'Change what the findings presume',
    action: 'schedule.arrange',
    params: slug,
    body: shape.PlanningInput,
    answer: shape.PlanningView,
    ifMatch: true,
    problems: ['changed-meanwhile'],
  },
});
