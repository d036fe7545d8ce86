import type { Sample } from './sample.ts';

const times = { opensAt: '2027-09-01T00:00:00Z', closesAt: '2027-10-01T08:00:00Z' };
const BOTH = { ja: '名前', en: 'Name' };
/** A call that lacks nothing. */
export const callBody = () => ({
  ...{ roomId: null, title: BOTH, guidance: { ja: '', en: '' }, ...times, mostPerMember: 2 },
  ...{ needsSignOff: false, scoresHidden: true, questions: [] },
  criteria: [{ weight: 1, name: BOTH, note: { ja: '', en: '' } }],
});
const ofCall = (body?: () => unknown, which: 'call' | 'spareCall' = 'call'): Sample => ({
  of: 'nobody',
  path: (_whose, around) => [around[which]],
  ...(body ? { body } : {}),
});

/** How to call the operations of calls for proposals. */
export const callSamples = {
  'GET /api/events/:event/calls': { of: 'nobody', path: (_whose, around) => [around.event] },
  'POST /api/events/:event/calls': { of: 'nobody', path: (_whose, around) => [around.event], body: callBody },
  'GET /api/calls/:id': ofCall(),
  'PUT /api/calls/:id': ofCall(callBody),
  'DELETE /api/calls/:id': ofCall(undefined, 'spareCall'),
  'POST /api/calls/:id/copy': ofCall(() => ({
    ...{ event: 'cop32', opensAt: '2028-09-01T00:00:00Z', closesAt: '2028-10-01T08:00:00Z' },
  })),
  'GET /api/calls/:id/exceptions': ofCall(),
  'PUT /api/calls/:id/exceptions/:member': {
    of: 'nobody',
    path: (whose, around) => [around.call, whose.member],
    body: () => ({ until: '2027-12-01T00:00:00Z', reason: '理由' }),
  },
} satisfies Record<string, Sample>;
