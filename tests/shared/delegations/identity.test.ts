import { expect, test } from 'vitest';
import {
  expiresTooEarly,
  isPlausibleBirth,
  maskOfNames,
  maskOfPassport,
  namesKey,
  passportKey,
  validUntilAtLeast,
} from '#shared/delegations/identity.ts';

test('a mask tells a person which passport it is, and nobody what its number is', () => {
  expect(maskOfPassport('TR1234567')).toBe('TR••••567');
  expect(maskOfPassport('12345678')).toBe('12••••678');
  expect(maskOfPassport('123456')).toBe('1••••');
  expect(maskOfNames('YAMADA', 'HANAKO')).toBe('Y••• H•••');
  expect(maskOfNames('SUKARNO', '')).toBe('S•••');
});

test('a passport must be valid for months after the end, counted as calendars do', () => {
  expect(validUntilAtLeast('2027-11-19', 6)).toBe('2028-05-19');
  expect(validUntilAtLeast('2027-08-31', 6)).toBe('2028-02-29');
  expect(validUntilAtLeast('2027-11-19', 0)).toBe('2027-11-19');
  const event = { endsOn: '2027-11-19', passportMonths: 6 };
  expect(expiresTooEarly('2028-05-18', event)).toBe(true);
  expect(expiresTooEarly('2028-05-19', event)).toBe(false);
});

test('a birth is in the past, and not before anybody’s who lives', () => {
  expect(isPlausibleBirth('2027-09-24', '2027-09-24')).toBe(false);
  expect(isPlausibleBirth('2027-09-23', '2027-09-24')).toBe(true);
  expect(isPlausibleBirth('1907-09-24', '2027-09-24')).toBe(false);
  expect(isPlausibleBirth('1907-09-25', '2027-09-24')).toBe(true);
});

test('writing styles make no other name and no other number', () => {
  expect(namesKey("O'BRIEN", 'MARY-ANN')).toBe(namesKey('OBRIEN', 'MARY ANN'));
  expect(namesKey('AB', 'C')).not.toBe(namesKey('A', 'BC'));
  expect(passportKey('tr 123-4567')).toBe('TR1234567');
});
