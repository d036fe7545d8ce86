import { describe, expect, test } from 'vitest';
import { type Actor, anonymous, type Role } from '#shared/actor.ts';
import { whyNotAddTask, whyNotMoveDue, whyNotTick } from '#shared/requests/task-policy.ts';

const as = (role: Role): Actor => ({ ...anonymous('ja'), role });
const OF_OFFICE = 'この準備は事務局が行います';
const OF_MEMBER = '自治体の準備を代わりに完了にできるのは、調整担当だけです';

describe('who ticks what', () => {
  test.each([
    ['member_editor', 'member', null],
    ['member_manager', 'member', null],
    ['member_editor', 'desk', OF_OFFICE],
    ['staff_triager', 'desk', null],
    ['staff_triager', 'member', OF_MEMBER],
    ['staff_coordinator', 'member', null],
    ['staff_coordinator', 'desk', null],
  ] as const)('%s, a task of the %s', (role, owner, expected) => {
    expect(whyNotTick(as(role), { owner })).toBe(expected);
  });

  test('nobody who only reads, and nobody when the request is over otherwise than by its end', () => {
    expect(whyNotTick(as('member_viewer'), { owner: 'member' })).toContain('この操作は');
    expect(whyNotTick(as('registrar'), { owner: 'desk' })).toContain('この操作は');
    expect(whyNotTick(as('member_editor'), { owner: 'member' }, { state: 'withdrawn' })).toBe(
      'もとの申請が終わっているため、準備は変えられません',
    );
    // The article comes a month after the session.
    expect(whyNotTick(as('member_editor'), { owner: 'member' }, { state: 'completed' })).toBe(null);
  });
});

test('only a coordinator moves what is due', () => {
  expect([whyNotMoveDue(as('staff_coordinator')), whyNotMoveDue(as('member_editor')) === null]).toEqual([null, false]);
});

test('only requests to speak that go on have tasks', () => {
  const staff = as('staff_coordinator');
  expect([
    whyNotAddTask(staff, { kind: 'speaking', state: 'fulfilled' }),
    whyNotAddTask(staff, { kind: 'pass', state: 'fulfilled' }),
    whyNotAddTask(staff, { kind: 'speaking', state: 'declined' }),
  ]).toEqual([null, '登壇の申請だけに準備を加えられます', 'もとの申請が終わっているため、準備は変えられません']);
});
