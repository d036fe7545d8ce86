import { expect, test } from 'vitest';
import { neededAct, progressOf, toneOf } from '#shared/requests/progress.ts';

const line = (state: Parameters<typeof progressOf>[0]['state']) =>
  progressOf({ state, turn: 'desk' }).map((one) => one.state[0]);

test('a request goes through four steps, and one that is over has no current step', () => {
  expect(line('draft')).toEqual(['c', 't', 't', 't']);
  expect(line('submitted')).toEqual(['d', 'c', 't', 't']);
  expect(line('offered')).toEqual(['d', 'd', 'c', 't']);
  expect(line('fulfilled')).toEqual(['d', 'd', 'd', 'd']);
  expect(line('declined')).toEqual(['d', 'd', 't', 't']);
  expect(line('withdrawn')).toEqual(['t', 't', 't', 't']);
});

test('the municipality is asked to act only when it is its turn', () => {
  expect(neededAct({ state: 'draft', turn: 'member' })).toBe('draft');
  expect(neededAct({ state: 'offered', turn: 'member' })).toBe('offer');
  expect(neededAct({ state: 'approved', turn: 'member' })).toBe('answer');
  expect(neededAct({ state: 'approved', turn: 'desk' })).toBeNull();
  expect(neededAct({ state: 'withdrawn', turn: 'none' })).toBeNull();
  expect([toneOf({ state: 'offered', turn: 'member' }), toneOf({ state: 'needs_info', turn: 'member' })]).toEqual([
    'offer',
    'mine',
  ]);
  expect(toneOf({ state: 'in_triage', turn: 'desk' })).toBe('office');
});
