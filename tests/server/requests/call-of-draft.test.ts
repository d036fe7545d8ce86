import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { CallView } from '#shared/calls/contract.ts';
import type { ProblemBody } from '#shared/problem.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { codeOf } from '#tests/support/accounts.ts';
import { aCall, aDraftFor, aSentProposal } from '#tests/support/builders/calls.ts';
import { anEvent } from '#tests/support/builders/requests.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();
let staff: Client;
let member: Client;
beforeEach(async () => {
  await anEvent(world.database);
  staff = await world.as({ role: 'staff_coordinator' });
  member = await world.as({ role: 'member_editor' });
});
type Sent = RequestView & ProblemBody & { steps?: string[] };
const send = (client: Client, { id, version }: { id: string; version: number }) =>
  client.post<Sent>(`/api/requests/${id}/submission`, undefined, ifMatch(version));
const label = { ja: '実績', en: 'Results' };

test('the call’s own questions are asked at their fields, and what was answered stays', async () => {
  const call = await aCall(staff, { questions: [{ kind: 'long', required: true, label, options: [] }] });
  const [question] = call.questions;
  const draft = await aDraftFor(member, call);
  const refused = await send(member, draft);
  expect(refused.body).toMatchObject({
    errors: [{ pointer: `/callAnswers/${question?.id}`, detail: expect.stringContaining('実績') }],
    steps: ['call'],
  });
  const answered = { callAnswers: [{ questionId: question?.id, text: '3年で2割' }] };
  const sent = await aSentProposal(member, call, answered);
  expect(sent.details).toMatchObject({ callId: call.id, callAnswers: [{ text: '3年で2割' }] });
});

test('of ten proposals sent at once to a call that takes two, two are taken', async () => {
  const call = await aCall(staff, { mostPerMember: 2 });
  const drafts: RequestView[] = [];
  for (let nth = 0; nth < 10; nth += 1) drafts.push(await aDraftFor(member, call));
  const answers = await Promise.all(drafts.map((draft) => send(member, draft)));
  expect(answers.map((one) => one.status).sort()).toEqual([200, 200, ...Array(8).fill(409)]);
  const full = answers.filter((one) => one.status === 409);
  expect(new Set(full.map(codeOf))).toEqual(new Set(['wrong-state']));
  expect(full[0]?.body.detail).toContain('2件');
  const { body } = await member.get<CallView>(`/api/calls/${call.id}`);
  expect(body.proposals).toBe(2);
  // Another municipality has its own two; one that is withdrawn makes room.
  await aSentProposal(await world.as({ role: 'member_editor' }), call);
  const [taken] = answers.flatMap((one) => (one.status === 200 ? [one.body] : []));
  const { id, version } = taken as RequestView;
  await member.post(`/api/requests/${id}/withdrawal`, { reason: '' }, ifMatch(version));
  const [left] = answers.flatMap((one, index) => (one.status === 409 ? [drafts[index] as RequestView] : []));
  expect((await send(member, left as RequestView)).status).toBe(200);
});

test('the database itself takes no more than the call allows, whatever the program counts', async () => {
  const call = await aCall(staff, { mostPerMember: 1 });
  const sent = await aSentProposal(member, call);
  const other = await aSentProposal(member, { id: null as unknown as string });
  const put = (place: number) =>
    world.database.write(nobody, (tx) =>
      sql`update request set call_id = ${call.id}, call_place = ${place} where id = ${other.id}`.execute(tx),
    );
  await expect(put(1)).rejects.toThrow('request_call_place');
  await expect(put(2)).rejects.toThrow('more proposals than the call allows');
  expect(sent.state).toBe('submitted');
});

test('where the call asks for it, a proposal counts only once the municipality’s manager has signed it off', async () => {
  const call = await aCall(staff, { needsSignOff: true });
  const draft = await aDraftFor(member, call);
  expect(draft.signOffRequired).toBe(true);
  expect((await send(member, draft)).body.errors).toMatchObject([{ pointer: '/signOff' }]);
  await member.post(`/api/requests/${draft.id}/sign-off/asking`, undefined, ifMatch(draft.version));
  const manager = await world.as({ role: 'member_manager', memberId: member.actor.memberId ?? '' });
  const decide = { decision: 'give' };
  await manager.post(`/api/requests/${draft.id}/sign-off/decision`, decide, ifMatch(draft.version));
  expect((await send(member, draft)).status).toBe(200);
});

test('a call of another event, one that opens later and one that is not there cannot be answered', async () => {
  await anEvent(world.database, 'cop33', 'COP33');
  const call = await aCall(staff);
  const copy = { event: 'cop33', opensAt: '2026-06-01T00:00:00Z', closesAt: '2026-08-01T00:00:00Z' };
  const other = await staff.post<CallView>(`/api/calls/${call.id}/copy`, copy);
  for (const id of [other.body.id, '019a0000-0000-7000-8000-000000000001']) {
    expect((await send(member, await aDraftFor(member, { id }))).body.errors).toMatchObject([{ pointer: '/callId' }]);
  }
  const later = await aCall(staff, { opensAt: '2026-09-01T00:00:00Z', closesAt: '2026-10-01T00:00:00Z' });
  expect(codeOf(await send(member, await aDraftFor(member, later)))).toBe('window-closed');
});

test('a proposal that was sent stays with its call', async () => {
  const call = await aCall(staff);
  const { id, version, details } = await aSentProposal(member, call);
  const moved = { details: { ...details, callId: null }, step: '' };
  const refused = await member.put<Sent>(`/api/requests/${id}/answers`, moved, ifMatch(version));
  expect(refused.body.errors).toMatchObject([{ pointer: '/details/callId' }]);
});
