import { expect, test } from 'vitest';
import { type Actor, anonymous } from '#shared/actor.ts';
import { whyNotChange, whyNotMakeSession, whyNotPlace } from '#shared/schedule/policy.ts';

const coordinator: Actor = { ...anonymous('en'), role: 'staff_coordinator' };

test('approved requests to speak become sessions', () => {
  expect(whyNotMakeSession(coordinator, { kind: 'speaking', state: 'approved' })).toBeNull();
  expect(whyNotMakeSession(coordinator, { kind: 'speaking', state: 'fulfilled' })).toMatch(/^Only approved/);
  expect(whyNotMakeSession(coordinator, { kind: 'pass', state: 'approved' })).toMatch(/does not ask to speak/);
  const registrar: Actor = { ...coordinator, role: 'registrar' };
  expect(whyNotMakeSession(registrar, { kind: 'speaking', state: 'approved' })).toMatch(/^This is done by: /);
});

test('cancelled sessions stay as they are, and those of withdrawn requests get no place', () => {
  expect(whyNotChange(coordinator, { state: 'cancelled' })).toBe('This session is cancelled');
  const planned = { state: 'planned' } as const;
  expect(whyNotPlace(coordinator, planned, null)).toBeNull();
  expect(whyNotPlace(coordinator, planned, { state: 'completed' })).toBeNull();
  expect(whyNotPlace(coordinator, planned, { state: 'withdrawn' })).toMatch(/request is closed/);
  expect(whyNotPlace(coordinator, { state: 'cancelled' }, null)).toBe('This session is cancelled');
});
