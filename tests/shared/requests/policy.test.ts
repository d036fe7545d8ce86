import { describe, expect, test } from 'vitest';
import { type Actor, ROLES, type Role, UNPROVED } from '#shared/actor.ts';
import type { OrganisationId } from '#shared/ids.ts';
import { LANGS } from '#shared/lang.ts';
import { nextState, REQUEST_ACTIONS, REQUEST_STATES, TURNS } from '#shared/requests/lifecycle.ts';
import { permissionFor, stepsFor, whyNotArrange, whyNotEdit, whyNotNow, whyNotStep } from '#shared/requests/policy.ts';

const as = (role: Role, lang: 'ja' | 'en' = 'ja'): Actor => ({
  role,
  accountId: null,
  sessionId: null,
  memberId: role.startsWith('member_') ? ('019a0000-0000-7000-8000-000000000001' as OrganisationId) : null,
  name: '',
  lang,
  ...UNPROVED,
});
const request = { kind: 'speaking', state: 'in_triage', turn: 'desk' } as const;

test('a step is refused exactly where the table has none, or an answer is not asked for; always in words', () => {
  for (const lang of LANGS)
    for (const state of REQUEST_STATES)
      for (const action of REQUEST_ACTIONS)
        for (const turn of TURNS) {
          const why = whyNotNow({ kind: 'pass', state, turn }, action, lang);
          const allowed = nextState(state, action) !== null && (action !== 'answer' || turn === 'member');
          expect([state, action, turn, why === null]).toEqual([state, action, turn, allowed]);
          if (why !== null) expect(why.length).toBeGreaterThan(5);
        }
});

test('the reason fits the state', () => {
  expect(whyNotNow({ ...request, state: 'draft' }, 'approve', 'ja')).toBe('まだ提出されていません');
  expect(whyNotNow({ ...request, state: 'declined' }, 'approve', 'en')).toBe('This request is closed');
  expect(whyNotNow({ ...request, state: 'declined' }, 'submit', 'ja')).toBe('すでに提出されています');
  expect(whyNotNow({ ...request, state: 'approved' }, 'answer', 'ja')).toBe('事務局からの質問はありません');
});

describe('who may', () => {
  const allowed = (
    action: (typeof REQUEST_ACTIONS)[number],
    state: (typeof REQUEST_STATES)[number],
    kind = 'speaking' as const,
  ) => ROLES.filter((role) => whyNotStep(as(role), { kind, state, turn: 'member' }, action) === null);

  test('take which step', () => {
    const writers = ['member_editor', 'member_manager', 'staff_coordinator'];
    expect(allowed('answer', 'needs_info')).toEqual(writers);
    expect(allowed('withdraw', 'approved')).toEqual(writers);
    expect(allowed('approve', 'in_triage')).toEqual(['staff_triager', 'staff_coordinator']);
    expect(allowed('fulfil', 'approved')).toEqual(['staff_coordinator']);
    expect(permissionFor('fulfil', 'pass')).toBe('pass.allot');
    expect(permissionFor('take_back', 'bilateral')).toBe('bilateral.arrange');
  });

  test('edit', () => {
    expect(whyNotEdit(as('member_editor'), { ...request, state: 'needs_info' })).toBe(null);
    expect(whyNotEdit(as('member_viewer'), { ...request, state: 'draft' })).toMatch(/が行えます/);
    expect(whyNotEdit(as('member_editor'), request)).toMatch(/事務局が確認を始めた/);
    expect(whyNotEdit(as('member_editor', 'en'), { ...request, state: 'declined' })).toBe('This request is closed');
  });
});

test('drafts and closed requests are not handed over', () => {
  expect(whyNotArrange(as('staff_triager'), request)).toBe(null);
  expect(whyNotArrange(as('staff_triager'), { ...request, state: 'draft' })).toBe('まだ提出されていません');
  expect(whyNotArrange(as('staff_triager'), { ...request, state: 'completed' })).toBe('この申請は終わっています');
});

test('a municipality is shown its own steps, the office all of them', () => {
  expect(stepsFor(as('member_editor'), request).map(({ action }) => action)).toEqual([
    'submit',
    'answer',
    'accept_offer',
    'refuse_offer',
    'withdraw',
  ]);
  expect(stepsFor(as('staff_triager'), request).map(({ action }) => action)).toEqual(REQUEST_ACTIONS);
});
