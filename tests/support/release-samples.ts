import type { releaseOperations } from '#shared/schedule/release-operations.ts';
import type { Sample } from './sample.ts';

const event = (more: Partial<Sample> = {}): Sample => ({
  of: 'nobody',
  path: (_whose, around) => [around.event],
  ...more,
});

type OfTheProgramme = 'GET /api/events/:event/favourites' | 'PUT /api/events/:event/favourites';

/** How the operations around a release and its readers are called for the matrix of rights. */
export const releaseSamples: Record<keyof typeof releaseOperations | OfTheProgramme, Sample> = {
  'GET /api/events/:event/favourites': event(),
  'PUT /api/events/:event/favourites': event({ body: () => ({ items: [] }) }),
  'GET /api/events/:event/releases/next': event(),
  'GET /api/events/:event/proofs': event(),
  'POST /api/events/:event/proofs': event({ body: () => ({ answerBy: '2027-10-01T08:00:00Z' }) }),
  'POST /api/events/:event/proofs/reminders': event(),
  'GET /api/events/:event/proofs/mine': event(),
  'PUT /api/sessions/:id/proof': {
    of: 'member',
    path: (whose) => [whose.programmeSession],
    body: () => ({ answer: 'fine' }),
  },
};
