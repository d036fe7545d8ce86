import { expect, test } from 'vitest';
import type { ProblemBody } from '#shared/problem.ts';
import type { ProposalView } from '#shared/proposals/contract.ts';
import { proposalWorld, ranking, score } from '#tests/support/builders/proposals.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();

test('marks rank by their mean, and a colleague’s stay hidden until one has given one’s own', async () => {
  const { staff, call, asked } = await proposalWorld(world, 3);
  const other = await world.as({ role: 'staff_triager', name: '受付 担当' });
  const [first, second, third] = await ranking(staff, call);
  if (!first || !second || !third) throw new Error('three proposals');
  await score(other, call, second, 5, '力のある案');
  expect((await ranking(staff, call)).map(({ mean, reviews }) => [mean, reviews])).toEqual([
    [null, 0],
    [null, 1],
    [null, 0],
  ]);
  const hidden = await staff.get<ProposalView>(`/api/proposals/${second.id}`);
  expect([hidden.body.hidden, hidden.body.all]).toEqual([true, []]);
  expect(hidden.text).not.toContain('力のある案');

  await score(staff, call, second, 2);
  await score(staff, call, third, 4);
  const ranked = await ranking(staff, call);
  expect(ranked.map(({ id, mean, spread, mine }) => [id, mean, spread, mine])).toEqual([
    [third.id, 4, 0, true],
    [second.id, 3.5, 3, true],
    [first.id, null, null, false],
  ]);
  const seen = await staff.get<ProposalView>(`/api/proposals/${second.id}`);
  expect(seen.body.all.map(({ author, mark }) => [author, mark]).sort()).toEqual([
    ['受付 担当', 5],
    ['調整 担当', 2],
  ]);
  // Scores are nobody's outside; criteria are everybody's.
  const [{ client, request } = asked[0] as never] = asked;
  for (const path of [`/api/proposals/${second.id}`, `/api/calls/${call.id}/proposals`]) {
    expect((await client.get(path)).status).toBe(403);
  }
  const own = [`/api/requests/${request.id}`, `/api/requests/${request.id}/history`, `/api/calls/${call.id}`];
  const texts = await Promise.all(own.map(async (path) => (await client.get(path)).text));
  expect(texts.join()).not.toMatch(/points|review|mean|score"/);
  expect(texts[2]).toContain('criteria');
});

test('a call may show all scores at once', async () => {
  const { staff, call } = await proposalWorld(world, 1, { scoresHidden: false });
  const other = await world.as({ role: 'staff_triager' });
  const [only] = await ranking(staff, call);
  await score(other, call, only as never, 3);
  expect((await ranking(staff, call))[0]?.mean).toBe(3);
});

test('pages follow each other without a gap, filters narrow, and the queries stay the same', async () => {
  const { staff, call, asked } = await proposalWorld(world, 3);
  const rows = await ranking(staff, call);
  await score(staff, call, rows[1] as never, 5);
  const count = async (path: string) => {
    world.queries.length = 0;
    const page = await staff.get<{ items: { id: string }[]; next: string | null }>(path);
    return { ids: page.body.items.map((one) => one.id), next: page.body.next, queries: world.queries.length };
  };
  const base = `/api/calls/${call.id}/proposals`;
  const whole = await count(base);
  const first = await count(`${base}?limit=1`);
  const rest = await count(`${base}?limit=2&after=${first.next}`);
  expect([...first.ids, ...rest.ids]).toEqual(whole.ids);
  expect([first.queries, rest.queries, rest.next]).toEqual([whole.queries, whole.queries, null]);
  expect((await count(`${base}?unscored=true`)).ids.length).toBe(2);
  expect((await count(`${base}?member=${asked[0]?.client.actor.memberId}`)).ids).toEqual([rows[0]?.id]);
  expect((await staff.get(`${base}?after=x`)).status).toBe(422);
  expect(rows[0]?.share).toEqual({ proposals: 1, sessions: 0, pastProposals: 0, pastSessions: 0 });
});

test('every criterion gets its points, from 0 to 5, by those who score', async () => {
  const { staff, call } = await proposalWorld(world, 1);
  const [only] = await ranking(staff, call);
  const put = (body: object) => staff.put<ProblemBody>(`/api/proposals/${only?.id}/review`, body);
  expect((await put({ comment: '', scores: [] })).body.errors?.[0]?.pointer).toBe('/scores');
  const [criterion] = call.criteria;
  const six = { comment: '', scores: [{ criterionId: criterion?.id, points: 6 }] };
  expect((await put(six)).body.errors?.[0]?.pointer).toBe('/scores/0/points');
  expect((await score(await world.as({ role: 'registrar' }), call, only as never, 1)).status).toBe(403);
  expect((await score(staff, call, { id: call.id }, 1)).status).toBe(404);
});
