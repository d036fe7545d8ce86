import { expect, test } from 'vitest';
import { REQUEST_STATES } from '#shared/requests/lifecycle.ts';
import { SHOWN_STATES, shownState } from '#shared/requests/shown-state.ts';

test('each state is shown as its own', () => {
  expect(REQUEST_STATES.map((state) => shownState({ state, turn: 'desk' }))).toEqual([
    'draft',
    'received',
    'review',
    'action',
    'arranging',
    'waitlisted',
    'offered',
    'confirmed',
    'completed',
    'declined',
    'withdrawn',
  ]);
  expect(new Set(REQUEST_STATES.map((state) => shownState({ state, turn: 'desk' })))).toEqual(new Set(SHOWN_STATES));
});

test('being asked comes before everything, except a draft, an offer and the end', () => {
  const asked = REQUEST_STATES.filter((state) => shownState({ state, turn: 'member' }) === 'action');
  expect(asked).toEqual(['submitted', 'in_triage', 'needs_info', 'approved', 'waitlisted', 'fulfilled']);
});
