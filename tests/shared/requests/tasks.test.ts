import { describe, expect, test } from 'vitest';
import {
  dueOn,
  isLate,
  type KeptTask,
  planTasks,
  rulesWith,
  TASK_KINDS,
  TASK_RULES,
  taskDaysLeft,
} from '#shared/requests/tasks.ts';

const kept = (given: Partial<KeptTask> = {}): KeptTask => ({
  ...{ id: 'a', kind: 'slides', offsetDays: -7, dueOn: '2027-11-04', state: 'open', doneBy: null },
  ...given,
});

test('every kind has its usual rule, in the order in which they come due', () => {
  expect(TASK_RULES.map((rule) => rule.kind)).toEqual([...TASK_KINDS]);
  expect(TASK_RULES.map((rule) => rule.offsetDays)).toEqual([-21, -21, -14, -10, -7, -3, -1, -1, 3, 30]);
});

test('an event’s own rule stands in the place of the usual one', () => {
  const own = { kind: 'slides', offsetDays: -10, owner: 'desk', wanted: false } as const;
  expect(rulesWith([own]).filter((rule) => rule.kind === 'slides' || rule.kind === 'article')).toEqual([
    own,
    { kind: 'article', offsetDays: 30, owner: 'member', wanted: true },
  ]);
});

test('a due day is counted from the session’s, over the end of a month; there is none without one', () => {
  expect([dueOn('2027-11-11', -21), dueOn('2027-11-11', 30), dueOn(null, -7)]).toEqual([
    ...['2027-10-21', '2027-12-11', null],
  ]);
});

describe('planning', () => {
  test('the first day gives every wanted task, and nothing while there is no day', () => {
    const { make, move } = planTasks(TASK_RULES, [], '2027-11-11');
    expect(make.map((task) => [task.kind, task.dueOn])).toEqual([
      ...[
        ['speakers', '2027-10-21'],
        ['profiles', '2027-10-21'],
        ['run_draft', '2027-10-28'],
        ['questions', '2027-11-01'],
        ['slides', '2027-11-04'],
        ['run_final', '2027-11-08'],
        ['reconfirm', '2027-11-10'],
        ['result', '2027-11-14'],
        ['article', '2027-12-11'],
      ],
    ]);
    expect(move).toEqual([]);
    expect(planTasks(TASK_RULES, [], null)).toEqual({ make: [], move: [] });
  });

  test('open ones move by their own number of days, what is done or not needed stays', () => {
    const tasks = [
      kept(),
      kept({ id: 'b', offsetDays: -30 }),
      kept({ id: 'c', state: 'done', doneBy: 'x' }),
      kept({ id: 'd', state: 'not_needed', doneBy: 'x' }),
    ];
    expect(planTasks(TASK_RULES, tasks, '2027-11-12')).toEqual({
      make: [],
      move: [
        { id: 'a', dueOn: '2027-11-05' },
        { id: 'b', dueOn: '2027-10-13' },
      ],
    });
  });

  test('a session off the grid leaves them without a day; back on the same day nothing else changes', () => {
    expect(planTasks(TASK_RULES, [kept()], null).move).toEqual([{ id: 'a', dueOn: null }]);
    expect(planTasks(TASK_RULES, [kept()], '2027-11-11').move).toEqual([]);
  });

  test('what only the session’s end had closed is open again when the session comes back', () => {
    const ended = kept({ state: 'not_needed' });
    expect(planTasks(TASK_RULES, [ended], '2027-11-11').move).toEqual([{ id: 'a', dueOn: '2027-11-04' }]);
  });
});

test.each([
  ['the day before', '2027-11-03', 1, false],
  ['on the day', '2027-11-04', 0, false],
  ['the day after', '2027-11-05', -1, true],
])('%s', (_name, today, left, late) => {
  expect([taskDaysLeft(kept(), today), isLate(kept(), today)]).toEqual([left, late]);
  expect(isLate(kept({ state: 'done' }), today)).toBe(false);
});
