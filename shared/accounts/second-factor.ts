import { OFFICE_ROLES, type Owed, type Role } from '#shared/actor.ts';

/** What decides whether a session must prove more. */
type Judged = { role: Role; demo: boolean; totp: boolean; mailCode: boolean; passkey: boolean; aal: number };

/**
 * What a session still owes before it may do anything: a code or a passkey where the account asks for one,
 * setting one up at the office, where everybody must have one. The demonstration's accounts, which open nothing real, owe nothing.
 */
export function owedBy({ role, demo, totp, mailCode, passkey, aal }: Judged): Owed | null {
  if (aal === 2 || demo) return null;
  if (totp || mailCode || passkey) return 'code';
  return isOfficeRole(role) ? 'set-up' : null;
}

/** Whether an account asks for more than a password. */
export function hasSecondFactor(account: { totpAt: Date | null; mailCode: boolean; passkeys: number }): boolean {
  return account.totpAt !== null || account.mailCode || account.passkeys > 0;
}

/** Whether a role is one of the office, where nobody may be without an authenticator app or a passkey. */
export function isOfficeRole(role: Role): boolean {
  return (OFFICE_ROLES as readonly Role[]).includes(role);
}
