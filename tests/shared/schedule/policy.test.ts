import { expect, test } from 'vitest';
import { type Actor, anonymous } from '#shared/actor.ts';
import {
  whyNotChange,
  whyNotCompleteSession,
  whyNotGiveUpSession,
  whyNotMakeSession,
  whyNotPlace,
} from '#shared/schedule/policy.ts';

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

test('a request is completed after its session, and given up only before', () => {
  const end = new Date('2027-11-11T21:30:00Z');
  const [before, after] = [new Date('2027-11-11T21:29:00Z'), new Date('2027-11-11T21:31:00Z')];
  const zone = 'Africa/Addis_Ababa';
  // Half past midnight at the venue: the day is the venue's.
  expect(whyNotCompleteSession(coordinator, end, before, zone)).toMatch(/ends on 12 November \(Fri\)/);
  expect(whyNotCompleteSession(coordinator, end, after, zone)).toBeNull();
  expect(whyNotCompleteSession(coordinator, null, before, zone)).toBeNull();
  expect(whyNotGiveUpSession(coordinator, end, before)).toBeNull();
  expect(whyNotGiveUpSession(coordinator, end, after)).toMatch(/has taken place/);
  expect(whyNotGiveUpSession(coordinator, null, after)).toBeNull();
});
