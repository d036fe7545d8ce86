import { z } from 'zod';
import { ProgrammeSessionId } from '#shared/ids.ts';
import { defineOperations } from '#shared/operation.ts';
import { Promotion, SessionView } from './contract.ts';
import * as shape from './sheet-contract.ts';

const params = z.strictObject({ id: ProgrammeSessionId });

/** What is prepared and printed for whoever runs a session, and who speaks in a speaker's place. */
export const sheetOperations = defineOperations({
  'GET /api/sessions/:id/sheet': {
    id: 'readSheet',
    summary: 'The run sheet of a session, with biographies and questions',
    action: 'task.read',
    params,
    answer: shape.SheetView,
  },
  'GET /api/events/:event/sheets': {
    id: 'listSheets',
    summary: 'The run sheets of a day at the venue, by room and time',
    action: 'schedule.read',
    params: z.strictObject({ event: z.string().regex(/^[a-z0-9-]{2,40}$/) }),
    query: shape.SheetQuery,
    answer: z.strictObject({ items: z.array(shape.SheetView) }),
  },
  'PUT /api/sessions/:id/papers': {
    id: 'savePapers',
    summary: 'Write biographies, run of show and questions',
    action: 'task.do',
    params,
    body: shape.PapersInput,
    ifMatch: true,
    answer: shape.SheetView,
    problems: ['changed-meanwhile', 'wrong-state'],
  },
  'POST /api/sessions/:id/promotion': {
    id: 'promoteStandby',
    summary: 'Put the first who stands by in a speaker’s place',
    action: 'schedule.arrange',
    params,
    body: Promotion,
    ifMatch: true,
    answer: SessionView,
    problems: ['changed-meanwhile', 'wrong-state', 'clash', 'not-in-delegation'],
  },
});
