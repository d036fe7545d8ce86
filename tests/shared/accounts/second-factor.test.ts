import { expect, test } from 'vitest';
import { isOfficeRole, owedBy } from '#shared/accounts/second-factor.ts';
import { OFFICE_ROLES, ROLES, type Role } from '#shared/actor.ts';

const judged = (role: Role, more = {}) => owedBy({ role, demo: false, totp: false, mailCode: false, aal: 1, ...more });

test('the office owes a second factor always, members where they chose one', () => {
  for (const role of OFFICE_ROLES) expect(judged(role)).toBe('set-up');
  for (const role of OFFICE_ROLES) expect(judged(role, { totp: true })).toBe('code');
  expect(judged('member_manager')).toBeNull();
  expect(judged('member_manager', { totp: true })).toBe('code');
  expect(judged('member_viewer', { mailCode: true })).toBe('code');
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
