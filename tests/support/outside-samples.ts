import type { outsideOperations } from '#shared/schedule/outside-operations.ts';
import type { Sample } from './sample.ts';

const event = (more: Partial<Sample> = {}): Sample => ({
  of: 'nobody',
  path: (_whose, around) => [around.event],
  ...more,
});
const item: Partial<Sample> = { path: (_whose, around) => [around.outsideItem] };
const text = 'タイトル\t日付\t開始\t終了\n朝の会\t2027/11/11\t9:00\t10:00';

/** How the operations of other organisers' timetables are called for the matrix of rights. */
export const outsideSamples: Record<keyof typeof outsideOperations, Sample> = {
  'GET /api/events/:event/outside-items': event(),
  'POST /api/events/:event/outside-readings': event({ body: () => ({ source: '隣のパビリオン', text }) }),
  'POST /api/events/:event/outside-imports': event({
    body: () => ({ source: '隣のパビリオン', text, digest: '0'.repeat(64), removeGone: false }),
  }),
  'PUT /api/outside-items/:id': event({
    ...item,
    body: () => ({
      ...{ title: { ja: '朝の会', en: '' }, startsAt: '2027-11-11T06:00:00Z', endsAt: '2027-11-11T07:00:00Z' },
      ...{ place: '', venueId: null, url: '', organiser: '', attendingIds: [] },
    }),
  }),
  'DELETE /api/outside-items/:id': event(item),
};
