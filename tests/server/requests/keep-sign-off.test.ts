import { expect, test } from 'vitest';
import type { ProblemBody } from '#shared/problem.ts';
import type { RequestView, WaitingDraft } from '#shared/requests/contract.ts';
import { codeOf, useRequestWorld } from '#tests/support/builders/request-world.ts';
import { aWholeDraft, historyOf, WHOLE } from '#tests/support/builders/requests.ts';
import { type Client, ifMatch } from '#tests/support/world.ts';

const { world, people } = useRequestWorld();
type Answer = RequestView & ProblemBody;
type At = { id: string; version: number };

const PAPER = { number: '環政第123号', decidedOn: '2026-07-01', approver: '課長 架空 太郎' };
const record = (client: Client, { id, version }: At, body: object = PAPER) =>
  client.put<Answer>(`/api/requests/${id}/sign-off`, body, ifMatch(version));
const ask = (client: Client, { id, version }: At) =>
  client.post<Answer>(`/api/requests/${id}/sign-off/asking`, undefined, ifMatch(version));
const decide = (client: Client, { id, version }: At, body: object = { decision: 'give' }) =>
  client.post<Answer>(`/api/requests/${id}/sign-off/decision`, body, ifMatch(version));
const submit = (client: Client, { id, version }: At) =>
  client.post<Answer>(`/api/requests/${id}/submission`, undefined, ifMatch(version));
const edit = (client: Client, { id, version }: At, titleEn: string) =>
  client.put<Answer>(`/api/requests/${id}/answers`, { details: { ...WHOLE, titleEn }, step: '' }, ifMatch(version));
const waiting = async (client: Client) =>
  (await client.get<{ items: WaitingDraft[] }>('/api/sign-offs')).body.items.map(({ id, askedBy }) => [id, askedBy]);
const manager = (name = '管理 課長') =>
  world.as({ role: 'member_manager', memberId: people.member.actor.memberId ?? '', name });
const require = async (client: Client, approverId: string | null = null) =>
  expect((await client.put('/api/sign-off-rule', { required: true, approverId })).status).toBe(200);

test('where the rule asks for it, nothing is sent without a sign-off, and that is said at its field', async () => {
  const draft = await aWholeDraft(people.member);
  await require(await manager());
  const refused = await submit(people.member, draft);
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ errors: [{ pointer: '/signOff' }], steps: ['check'] });

  const recorded = await record(people.member, draft);
  expect(recorded.body).toMatchObject({ signOffRequired: true, version: draft.version });
  expect(recorded.body.signOff).toMatchObject({ ...PAPER, state: 'given', byAccount: false, holds: true });
  const sent = await submit(people.member, draft);
  expect(sent.status).toBe(200);
  expect(sent.body.signOff).toMatchObject({ ...PAPER, holds: true });
  const office = await people.triager.get<RequestView>(`/api/requests/${draft.id}`);
  expect(office.body.signOff).toMatchObject({ number: PAPER.number, approver: PAPER.approver });
  expect((await historyOf(world, draft.id)).map(({ action, details }) => [action, details])).toContainEqual([
    'sign-off.record',
    { number: PAPER.number, decidedOn: PAPER.decidedOn, byAccount: false },
  ]);
});

test('without the rule a draft is sent as it is', async () => {
  const draft = await aWholeDraft(people.member);
  expect(draft).toMatchObject({ signOff: null, signOffRequired: false });
  expect((await submit(people.member, draft)).status).toBe(200);
});

test('whoever changes the answers afterwards voids it; putting them back makes it hold again', async () => {
  const draft = await aWholeDraft(people.member);
  await require(await manager());
  await record(people.member, draft);
  const edited = await edit(people.member, draft, 'Another title');
  expect(edited.body.signOff).toMatchObject({ state: 'given', holds: false });
  const refused = await submit(people.member, edited.body);
  expect(refused.body.errors?.[0]?.detail).toContain('決裁のあとで');
  const back = await people.member.put<Answer>(
    `/api/requests/${draft.id}/answers`,
    { details: draft.details, step: '' },
    ifMatch(edited.body.version),
  );
  expect(back.body.signOff).toMatchObject({ holds: true });
  expect((await submit(people.member, back.body)).status).toBe(200);
});

test('a manager is asked, returns it with what to change, is asked again and signs off under their own name', async () => {
  const draft = await aWholeDraft(people.member);
  const boss = await manager();
  await require(boss);
  expect(codeOf(await decide(boss, draft))).toBe('wrong-state');
  expect((await ask(people.member, draft)).body.signOff).toMatchObject({ state: 'waiting', holds: false });
  expect(await waiting(boss)).toEqual([[draft.id, people.member.actor.name]]);
  expect((await submit(people.member, draft)).status).toBe(422);

  expect((await decide(boss, draft, { decision: 'return', comment: '' })).status).toBe(422);
  const returned = await decide(boss, draft, { decision: 'return', comment: '題名を短く' });
  expect(returned.body.signOff).toMatchObject({ state: 'returned', comment: '題名を短く' });
  expect(await waiting(boss)).toEqual([]);

  const edited = (await edit(people.member, draft, 'Short')).body;
  await ask(people.member, edited);
  expect((await decide(boss, draft)).status).toBe(412);
  const given = await decide(boss, edited);
  expect(given.body.signOff).toMatchObject({
    ...{ state: 'given', approver: '管理 課長', decidedOn: '2026-07-01', byAccount: true, holds: true },
  });
  expect((await submit(people.member, edited)).status).toBe(200);
  expect((await historyOf(world, draft.id)).map(({ action, reason }) => [action, reason])).toEqual([
    ['create', null],
    ['sign-off.ask', null],
    ['sign-off.return', '題名を短く'],
    ['sign-off.ask', null],
    ['sign-off.give', null],
    ['submit', null],
  ]);
});

test('where one approver is chosen, no other manager signs off', async () => {
  const draft = await aWholeDraft(people.member);
  const [boss, other] = [await manager(), await manager('別の 課長')];
  await require(boss, boss.actor.accountId);
  await ask(people.member, draft);
  expect(await waiting(other)).toEqual([]);
  expect(codeOf(await decide(other, draft))).toBe('not-allowed');
  expect(await waiting(boss)).toHaveLength(1);
  expect((await decide(boss, draft)).status).toBe(200);
});

test('a decision against an edit at the same moment never signs off what was not seen', async () => {
  const draft = await aWholeDraft(people.member);
  const boss = await manager();
  await ask(people.member, draft);
  const [decision, edited] = await Promise.all([decide(boss, draft), edit(people.member, draft, 'Meanwhile')]);
  expect(edited.status).toBe(200);
  const now = (await people.member.get<RequestView>(`/api/requests/${draft.id}`)).body;
  expect(now.signOff?.holds).toBe(false);
  expect([200, 412]).toContain(decision.status);
});

test('who may not', async () => {
  const draft = await aWholeDraft(people.member);
  const stranger = await world.as({ role: 'member_manager' });
  await ask(people.member, draft);
  for (const send of [record, ask, decide]) {
    expect((await send(world.public, draft)).status).toBe(401);
    expect((await send(stranger, draft)).status).toBe(404);
    expect((await send(await world.as({ role: 'auditor' }), draft)).status).toBe(403);
  }
  expect((await decide(people.member, draft)).status).toBe(403);
  expect(await waiting(stranger)).toEqual([]);
  expect((await record(people.member, draft, { ...PAPER, number: '' })).body.errors?.[0]?.pointer).toBe('/number');
  const sent = (await submit(people.member, draft)).body;
  expect(codeOf(await record(people.member, sent))).toBe('wrong-state');
});
