import { expect, test } from 'vitest';
import { type Actor, anonymous } from '#shared/actor.ts';
import {
  whyNotArrangeMeeting,
  whyNotCancelMeeting,
  whyNotCompleteMeeting,
  whyNotGiveUpMeeting,
  whyNotMove,
  whyNotOpen,
} from '#shared/bilaterals/policy.ts';

const coordinator: Actor = { ...anonymous('en'), role: 'staff_coordinator' };
const approved = { state: 'approved' } as const;

test('a counterpart is approached for approved requests to meet', () => {
  expect(whyNotOpen(coordinator, { kind: 'bilateral', state: 'approved' })).toBeNull();
  expect(whyNotOpen(coordinator, { kind: 'bilateral', state: 'in_triage' })).toMatch(/^Only for approved/);
  expect(whyNotOpen(coordinator, { kind: 'pass', state: 'approved' })).toMatch(/does not ask for a meeting/);
  expect(whyNotOpen({ ...coordinator, role: 'registrar' }, { kind: 'bilateral', state: 'approved' })).toMatch(
    /^This is/,
  );
});

test('a time is set and set anew while the meeting and its request stand', () => {
  for (const state of ['approaching', 'negotiating', 'agreed', 'placed'] as const) {
    expect(whyNotArrangeMeeting(coordinator, { state }, { state: 'fulfilled' })).toBeNull();
  }
  expect(whyNotArrangeMeeting(coordinator, { state: 'held' }, approved)).toMatch(/taken place/);
  expect(whyNotArrangeMeeting(coordinator, { state: 'agreed' }, { state: 'withdrawn' })).toMatch(/request is closed/);
  expect(whyNotArrangeMeeting(coordinator, { state: 'agreed' }, { state: 'waitlisted' })).toMatch(/approved/);
});

test('once a time is agreed, how far the counterpart is cannot go back', () => {
  expect(whyNotMove(coordinator, { state: 'negotiating' }, approved)).toBeNull();
  expect(whyNotMove(coordinator, { state: 'placed' }, approved)).toMatch(/^A time is agreed/);
});

test('what is over or cancelled is not cancelled again', () => {
  expect(whyNotCancelMeeting(coordinator, { state: 'agreed' })).toBeNull();
  expect(whyNotCancelMeeting(coordinator, { state: 'held' })).toMatch(/taken place/);
  expect(whyNotCancelMeeting(coordinator, { state: 'cancelled' })).toMatch(/cancelled/);
});

test('a request is completed after its meeting, and given up only before', () => {
  const end = new Date('2027-11-11T21:30:00Z');
  const [before, after] = [new Date('2027-11-11T21:29:00Z'), new Date('2027-11-11T21:31:00Z')];
  const zone = 'Africa/Addis_Ababa';
  // Half past midnight at the venue: the day is the venue's.
  expect(whyNotCompleteMeeting(coordinator, end, before, zone)).toMatch(/ends on 12 November \(Fri\)/);
  expect(whyNotCompleteMeeting(coordinator, end, after, zone)).toBeNull();
  expect(whyNotCompleteMeeting(coordinator, null, before, zone)).toBeNull();
  expect(whyNotGiveUpMeeting(coordinator, end, before)).toBeNull();
  expect(whyNotGiveUpMeeting(coordinator, end, after)).toMatch(/has taken place/);
  expect(whyNotGiveUpMeeting(coordinator, null, after)).toBeNull();
});
