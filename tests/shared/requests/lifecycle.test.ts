import { expect, test } from 'vitest';
import {
  CLOSED_STATES,
  isClosed,
  isEditable,
  nextState,
  REQUEST_ACTIONS,
  REQUEST_STATES,
  type RequestState,
  TRANSITIONS,
  type Transition,
} from '#shared/requests/lifecycle.ts';

const tableOf = (action: (typeof REQUEST_ACTIONS)[number]): Transition => TRANSITIONS[action];

test('every state can be reached from a draft, and every open one left again', () => {
  const reached = new Set<RequestState>(['draft']);
  for (const _ of REQUEST_STATES)
    for (const from of [...reached])
      for (const action of REQUEST_ACTIONS) {
        const to = nextState(from, action);
        if (to) reached.add(to);
      }
  expect([...reached].sort()).toEqual([...REQUEST_STATES].sort());
  for (const state of REQUEST_STATES.filter((one) => !isClosed(one))) {
    expect([state, REQUEST_ACTIONS.some((action) => (nextState(state, action) ?? state) !== state)]).toEqual([
      state,
      true,
    ]);
  }
});

test('a step into a closed state leaves no turn and nothing due; every other one leaves both', () => {
  for (const action of REQUEST_ACTIONS) {
    const { moves, turn, due } = tableOf(action);
    for (const to of Object.values(moves)) {
      expect([action, turn === 'none', due === 'never']).toEqual([action, isClosed(to), isClosed(to)]);
    }
  }
});

test('only declining can be gone back on once closed, and a draft is only ever sent', () => {
  const ways = (state: RequestState) => REQUEST_ACTIONS.filter((action) => nextState(state, action));
  expect(CLOSED_STATES.map(ways)).toEqual([[], ['reopen'], []]);
  expect(ways('draft')).toEqual(['submit']);
});

test('the answers can be changed until the office has started, and while it asks', () => {
  expect(REQUEST_STATES.filter(isEditable)).toEqual(['draft', 'submitted', 'needs_info']);
});
