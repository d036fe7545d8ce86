import { expect, test } from 'vitest';
import { whyNotChangeAccount, whyNotInvite, whyNotLoseAdmin } from '#shared/accounts/policy.ts';
import { type Actor, UNPROVED } from '#shared/actor.ts';
import type { AccountId, OrganisationId } from '#shared/ids.ts';

const actor = (role: Actor['role'], memberId: string | null): Actor => ({
  ...{ role, accountId: 'me' as AccountId, sessionId: null, memberId: memberId as OrganisationId | null, name: '' },
  lang: 'en',
  ...UNPROVED,
});
const admin = actor('staff_admin', null);
const manager = actor('member_manager', 'toyama');

test('who may invite whom', () => {
  expect(whyNotInvite(admin, { role: 'staff_admin', memberId: null })).toBeNull();
  expect(whyNotInvite(admin, { role: 'member_manager', memberId: 'toyama' })).toBeNull();
  expect(whyNotInvite(manager, { role: 'member_editor', memberId: 'toyama' })).toBeNull();
  expect(whyNotInvite(manager, { role: 'member_viewer', memberId: 'kyoto' })).toMatch(/own municipality/);
  expect(whyNotInvite(manager, { role: 'member_manager', memberId: 'toyama' })).toMatch(/viewers and officers/);
  expect(whyNotInvite(manager, { role: 'registrar', memberId: null })).toMatch(/viewers and officers/);
});

test('who may change whom', () => {
  const change = (by: Actor, from: Actor['role'], to: Actor['role'], id = 'you') =>
    whyNotChangeAccount(by, { id, role: from }, { role: to });
  expect(change(admin, 'registrar', 'staff_admin')).toBeNull();
  expect(change(admin, 'member_manager', 'member_viewer')).toBeNull();
  expect(change(admin, 'staff_admin', 'auditor', 'me')).toMatch(/your own role/);
  expect(change(admin, 'auditor', 'member_viewer')).toMatch(/new invitation/);
  expect(change(manager, 'member_editor', 'member_viewer')).toBeNull();
  expect(change(manager, 'member_editor', 'member_manager')).toMatch(/viewers and officers/);
  expect(change(manager, 'member_manager', 'member_editor')).toMatch(/viewers and officers/);
});

test('the last administrator stays', () => {
  expect(whyNotLoseAdmin(admin, 'a', ['a', 'b'])).toBeNull();
  expect(whyNotLoseAdmin(admin, 'a', ['a'])).toMatch(/no administrator/);
});
