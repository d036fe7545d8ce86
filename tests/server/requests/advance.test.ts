import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lockRequest } from '#db/queries/requests.ts';
import { advance, setStage } from '#server/requests/advance.ts';
import type { RequestId } from '#shared/ids.ts';
import { ProblemError } from '#shared/problem.ts';
import {
  nextState,
  REQUEST_ACTIONS,
  REQUEST_STATES,
  TRANSITIONS,
  type Transition,
} from '#shared/requests/lifecycle.ts';
import { useRequestWorld } from '#tests/support/builders/request-world.ts';
import { historyOf } from '#tests/support/builders/requests.ts';

const { world, people, make } = useRequestWorld();

const act = (id: string, action: (typeof REQUEST_ACTIONS)[number], behind = 0) =>
  world.database.write(people.coordinator.actor, async (tx) => {
    const request = await lockRequest(tx, people.coordinator.actor, id as RequestId);
    if (!request) throw new Error('gone');
    const seen = { ...request, version: request.version - behind };
    const also =
      action === 'submit' ? { number: 1, reference: `COP32-S-${id}`, submittedAt: world.now, late: false } : {};
    return advance(world.ctx, tx, people.coordinator.actor, seen, action, {
      dueAt: new Date(world.now.getTime() + 86_400_000),
      reason: 'x',
      also,
    });
  });

test('every step from every state does exactly what the table says, or is refused and changes nothing', {
  timeout: 120_000,
}, async () => {
  const cases = REQUEST_STATES.flatMap((state) => REQUEST_ACTIONS.map((action) => [state, action] as const));
  // All of the table, and in a different order each time.
  const order = fc.sample(fc.shuffledSubarray(cases, { minLength: cases.length }), 1)[0] ?? [];
  for (const [state, action] of order) {
    const filedForBy = people.coordinator.actor.accountId ?? '';
    const id = await make(state, {
      turn: ['completed', 'declined', 'withdrawn'].includes(state) ? 'desk' : 'member',
      filedForBy,
    });
    const to = nextState(state, action);
    const outcome = await act(id, action).catch((error: unknown) => error);
    if (to === null) {
      expect([state, action, outcome instanceof ProblemError && outcome.code]).toEqual([state, action, 'wrong-state']);
      expect(await historyOf(world, id)).toEqual([]);
      continue;
    }
    const { turn, due, by }: Transition = TRANSITIONS[action];
    expect(outcome).toMatchObject({ state: to, turn, version: 2 });
    expect([action, (outcome as { dueAt: unknown }).dueAt === null]).toEqual([action, due === 'never']);
    expect(await historyOf(world, id)).toMatchObject([
      { action, fromState: state, toState: to, reason: 'x', details: by === 'member' ? { onBehalf: true } : {} },
    ]);
  }
});

test('a request that has changed since it was looked at is left alone', async () => {
  const id = await make('submitted');
  const refused = await act(id, 'start', 1).catch((error: unknown) => error);
  expect(refused).toMatchObject({
    code: 'changed-meanwhile',
    extensions: { current: { state: 'submitted', version: 1 } },
  });
});

test('how far the fulfilment has come is kept beside the state', async () => {
  const id = await make('approved', { kind: 'bilateral' });
  const after = await world.database.write(people.coordinator.actor, async (tx) => {
    const request = await lockRequest(tx, people.coordinator.actor, id as RequestId);
    if (!request) throw new Error('gone');
    const once = await setStage(world.ctx, tx, people.coordinator.actor, request, 'negotiating');
    return setStage(world.ctx, tx, people.coordinator.actor, once, 'negotiating');
  });
  expect(after).toMatchObject({ stage: 'negotiating', state: 'approved', version: 2 });
  expect(await historyOf(world, id)).toMatchObject([{ action: 'stage', details: { from: null, to: 'negotiating' } }]);
});
