import { z } from 'zod';
import { OutsideItemId } from '#shared/ids.ts';
import { defineOperations } from '#shared/operation.ts';
import * as shape from './outside-contract.ts';

const slug = z.strictObject({ event: z.string().regex(/^[a-z0-9-]{2,40}$/) });
const ofItem = z.strictObject({ id: OutsideItemId });
/** A timetable is longer than any form: a million characters of up to four bytes. */
const LARGE = 5 * 1024 * 1024;

export const outsideOperations = defineOperations({
  'GET /api/events/:event/outside-items': {
    id: 'listOutsideItems',
    summary: 'Entries of other organisers’ timetables, by time',
    action: 'finding.read',
    params: slug,
    query: shape.OutsideQuery,
    answer: shape.OutsidePage,
  },
  'POST /api/events/:event/outside-readings': {
    id: 'readOutsideTimetable',
    summary: 'What reading a timetable in would do, row by row; keeps nothing',
    action: 'schedule.arrange',
    params: slug,
    body: shape.OutsideText,
    mostBytes: LARGE,
    answer: shape.OutsideReadingView,
  },
  'POST /api/events/:event/outside-imports': {
    id: 'importOutsideTimetable',
    summary: 'Take a timetable in as it was shown',
    action: 'schedule.arrange',
    params: slug,
    body: shape.OutsideImport,
    mostBytes: LARGE,
    answer: shape.OutsideDone,
    idempotent: true,
    problems: ['changed-meanwhile'],
  },
  'PUT /api/outside-items/:id': {
    id: 'changeOutsideItem',
    summary: 'Change an entry, and who of ours goes there',
    action: 'schedule.arrange',
    params: ofItem,
    body: shape.OutsideItemInput,
    ifMatch: true,
    answer: shape.OutsideItemView,
    problems: ['changed-meanwhile', 'not-in-delegation'],
  },
  'DELETE /api/outside-items/:id': {
    id: 'removeOutsideItem',
    summary: 'Remove an entry',
    action: 'schedule.arrange',
    params: ofItem,
    ifMatch: true,
    status: 204,
    problems: ['changed-meanwhile'],
  },
});
