import { z } from 'zod';
import { defineOperations } from '#shared/operation.ts';
import { FindingView } from './contract.ts';

export const clashOperations = defineOperations({
  'GET /api/events/:event/findings': {
    id: 'listFindings',
    summary: 'Contradictions: a person in two places, a speaker without a pass that day',
    action: 'finding.read',
    params: z.strictObject({ event: z.string().regex(/^[a-z0-9-]{2,40}$/) }),
    answer: z.strictObject({ items: z.array(FindingView) }),
  },
});
