import { expect, test } from 'vitest';
import { callState, daysToClose } from '#shared/calls/call.ts';

const call = { opensAt: '2027-09-01T00:00:00Z', closesAt: '2027-09-30T14:00:00Z' };
const at = (iso: string) => callState(call, new Date(iso));

test('a call opens and closes by the clock, and is closed at the closing instant itself', () => {
  expect(at('2027-08-31T23:59:59.999Z')).toBe('upcoming');
  expect(at('2027-09-01T00:00:00Z')).toBe('open');
  expect(at('2027-09-30T13:59:59.999Z')).toBe('open');
  expect(at('2027-09-30T14:00:00Z')).toBe('closed');
});

test('the days left never fall below none', () => {
  expect(daysToClose(call, new Date('2027-09-24T00:00:00Z'))).toBe(6);
  expect(daysToClose(call, new Date('2027-10-24T00:00:00Z'))).toBe(0);
});
