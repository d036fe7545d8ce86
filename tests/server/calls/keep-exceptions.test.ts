import { beforeEach, expect, test } from 'vitest';
import type { CallView, ExceptionView } from '#shared/calls/contract.ts';
import type { ProblemBody } from '#shared/problem.ts';
import { codeOf } from '#tests/support/accounts.ts';
import { aCall, aDraftFor } from '#tests/support/builders/calls.ts';
import { anEvent } from '#tests/support/builders/requests.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();
let staff: Client;
let member: Client;
let call: CallView;
beforeEach(async () => {
  await anEvent(world.database);
  staff = await world.as({ role: 'staff_coordinator' });
  member = await world.as({ role: 'member_editor' });
  call = await aCall(staff);
});
const CLOSED = new Date('2026-08-01T00:00:00.000Z');
const give = (client: Client, body: object = { until: '2026-08-03T00:00:00Z', reason: '停電のため' }) =>
  client.put<{ items: ExceptionView[] } & ProblemBody>(
    `/api/calls/${call.id}/exceptions/${member.actor.memberId}`,
    body,
  );
const send = (draft: { id: string; version: number }) =>
  member.post<ProblemBody & { late: boolean }>(
    `/api/requests/${draft.id}/submission`,
    undefined,
    ifMatch(draft.version),
  );

test('at the closing instant nothing is taken any more and the draft stays; leave with a reason opens it for one', async () => {
  const draft = await aDraftFor(member, call);
  world.now = CLOSED;
  const refused = await send(draft);
  expect([refused.status, codeOf(refused)]).toEqual([422, 'window-closed']);
  expect(refused.body.detail).toContain('8月1日');
  const kept = await member.get<{ state: string; details: object }>(`/api/requests/${draft.id}`);
  expect(kept.body).toMatchObject({ state: 'draft', details: { callId: call.id, titleJa: expect.any(String) } });

  expect((await give(staff)).body.items).toMatchObject([{ reason: '停電のため', until: '2026-08-03T00:00:00.000Z' }]);
  const seen = await member.get<CallView>(`/api/calls/${call.id}`);
  expect(seen.body.lateUntil).toBe('2026-08-03T00:00:00.000Z');
  expect(seen.text).not.toContain('停電');
  const stranger = await world.as({ role: 'member_editor' });
  expect((await stranger.get<CallView>(`/api/calls/${call.id}`)).body.lateUntil).toBeNull();
  expect((await send(draft)).body).toMatchObject({ state: 'submitted', late: true });
});

test('leave runs out by itself', async () => {
  const draft = await aDraftFor(member, call);
  world.now = CLOSED;
  await give(staff);
  world.now = new Date('2026-08-03T00:00:00Z');
  expect(codeOf(await send(draft))).toBe('window-closed');
});

test('only a coordinator gives it, with a reason and until later than now', async () => {
  expect((await give(world.public)).status).toBe(401);
  for (const role of ['member_manager', 'staff_triager', 'staff_admin'] as const) {
    expect((await give(await world.as({ role }))).status).toBe(403);
  }
  expect((await give(staff, { until: '2026-08-03T00:00:00Z', reason: '' })).body.errors?.[0]?.pointer).toBe('/reason');
  expect((await give(staff, { until: '2026-06-03T00:00:00Z', reason: 'x' })).body.errors?.[0]?.pointer).toBe('/until');
  expect((await staff.put(`/api/calls/${call.id}/exceptions/${call.id}`, { until: CLOSED, reason: 'x' })).status).toBe(
    404,
  );
});
