import { expect, test } from 'vitest';
import type { ProblemBody } from '#shared/problem.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();

test('a manager sets the rule of their own municipality', async () => {
  const manager = await world.as({ role: 'member_manager' });
  const stranger = await world.as({ role: 'member_manager' });
  expect((await manager.get('/api/sign-off-rule')).body).toEqual({ required: false, approverId: null });
  const rule = { required: true, approverId: manager.actor.accountId };
  expect((await manager.put('/api/sign-off-rule', rule)).body).toEqual(rule);
  expect((await manager.get('/api/sign-off-rule')).body).toEqual(rule);
  expect((await stranger.get('/api/sign-off-rule')).body).toEqual({ required: false, approverId: null });
});

test('only a manager of the same municipality can be the approver', async () => {
  const manager = await world.as({ role: 'member_manager' });
  const memberId = manager.actor.memberId ?? '';
  for (const unfit of [
    await world.as({ role: 'member_manager' }),
    await world.as({ role: 'member_editor', memberId }),
    await world.as({ role: 'staff_coordinator' }),
  ]) {
    const rule = { required: true, approverId: unfit.actor.accountId };
    const answer = await manager.put<ProblemBody>('/api/sign-off-rule', rule);
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, '/approverId']);
  }
});

test('who may not', async () => {
  const rule = { required: true, approverId: null };
  expect((await world.public.put('/api/sign-off-rule', rule)).status).toBe(401);
  for (const role of ['member_editor', 'staff_admin'] as const) {
    const client = await world.as({ role });
    expect((await client.put('/api/sign-off-rule', rule)).status).toBe(403);
    expect((await client.get('/api/sign-off-rule')).status).toBe(403);
  }
  expect((await (await world.as({ role: 'member_manager' })).put('/api/sign-off-rule', {})).status).toBe(422);
});
