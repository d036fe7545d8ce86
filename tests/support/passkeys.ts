import type { MeView } from '#shared/accounts/contract.ts';
import type { NewPasskeyQuestion, PasskeyQuestion } from '#shared/accounts/passkey-operations.ts';
import type { Authenticator, Habits } from './authenticator.ts';
import type { Browser } from './second-factor.ts';

type Added = { id: string; recoveryCodes: string[] | null };

/** Makes a passkey at this browser, where somebody is signed in, and adds it to their account. */
export async function addPasskey(at: Browser, device: Authenticator, name = '職場の端末', habits: Habits = {}) {
  const question = await at.post<NewPasskeyQuestion>('/api/auth/passkeys/challenge');
  return at.post<Added>('/api/auth/passkeys', device.make(question.body, name, habits));
}

/** Signs in at this browser with the first passkey of a device, and nothing else. */
export async function signInByPasskey(at: Browser, device: Authenticator, habits: Habits = {}) {
  const question = await at.post<PasskeyQuestion>('/api/auth/sign-in/passkey/challenge');
  return at.post<MeView>('/api/auth/sign-in/passkey', device.answer(question.body, habits));
}

/** Proves at this browser, where somebody is signed in or at the second step, who is there. */
export async function proveByPasskey(at: Browser, device: Authenticator, habits: Habits = {}) {
  const question = await at.post<PasskeyQuestion>('/api/auth/passkey-proof/challenge');
  return at.post<MeView>('/api/auth/passkey-proof', device.answer(question.body, habits));
}
