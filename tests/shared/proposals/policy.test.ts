import { expect, test } from 'vitest';
import { anonymous } from '#shared/actor.ts';
import { whyNotJoin, whyNotJudge } from '#shared/proposals/policy.ts';

const actor = anonymous('en');
const open = { leadId: null, toldAt: null, withdrawnAt: null };
const proposal = { ...open, callId: 'a', requestId: 'r', sessionId: null };

test('what was told, withdrawn, or follows another is judged no more', () => {
  const now = new Date();
  expect(whyNotJudge(actor, open)).toBeNull();
  expect(whyNotJudge(actor, { ...open, toldAt: now })).toContain('told');
  expect(whyNotJudge(actor, { ...open, withdrawnAt: now })).toContain('withdrawn');
  expect(whyNotJudge(actor, { ...open, leadId: 'x' })).toContain('joint');
});

test('only proposals to one call are joined, free ones, led by a municipality where there is one', () => {
  const why = (lead: object, part: object) => whyNotJoin(actor, { ...proposal, ...lead }, [{ ...proposal, ...part }]);
  expect(why({}, {})).toBeNull();
  expect(why({}, { callId: 'b' })).toContain('same call');
  expect(why({}, { sessionId: 's' })).toContain('tried out');
  expect(why({ requestId: null }, {})).toContain('municipality');
  expect(why({ requestId: null }, { requestId: null })).toBeNull();
});
