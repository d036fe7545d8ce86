import { expect, test } from 'vitest';
import { hasSecondFactor, isOfficeRole, owedBy } from '#shared/accounts/second-factor.ts';
import { OFFICE_ROLES, ROLES, type Role } from '#shared/actor.ts';

const NONE = { demo: false, totp: false, mailCode: false, passkey: false, aal: 1 };
const judged = (role: Role, more = {}) => owedBy({ ...NONE, role, ...more });

test('the office owes a second factor always, members where they chose one', () => {
  for (const role of OFFICE_ROLES) expect(judged(role)).toBe('set-up');
  for (const role of OFFICE_ROLES) expect(judged(role, { totp: true })).toBe('code');
  for (const role of OFFICE_ROLES) expect(judged(role, { passkey: true })).toBe('code');
  expect(judged('member_manager')).toBeNull();
  expect(judged('member_manager', { totp: true })).toBe('code');
  expect(judged('member_viewer', { mailCode: true })).toBe('code');
  expect(judged('member_viewer', { passkey: true })).toBe('code');
});

test('an app, mailed codes or one passkey are a second factor', () => {
  const none = { totpAt: null, mailCode: false, passkeys: 0 };
  expect(hasSecondFactor(none)).toBe(false);
  for (const one of [{ totpAt: new Date() }, { mailCode: true }, { passkeys: 1 }]) {
    expect(hasSecondFactor({ ...none, ...one })).toBe(true);
  }
});

test('nothing is owed once it was proved, nor by the demonstration', () => {
  for (const role of ROLES) {
    expect(judged(role, { totp: true, aal: 2 })).toBeNull();
    expect(judged(role, { demo: true, totp: true })).toBeNull();
  }
});

test('the roles of the office are those of the list', () => {
  expect(ROLES.filter(isOfficeRole)).toEqual([...OFFICE_ROLES]);
});
