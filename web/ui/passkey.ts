import type { NewPasskeyQuestion, PasskeyQuestion } from '#shared/accounts/passkey-operations.ts';

/**
 * Whether this browser can do anything with passkeys here. Not over plain http beyond one's own machine, not at a bare
 * number, and not where a locked-down desk has turned them off.
 */
export function passkeysHere(): boolean {
  return typeof PublicKeyCredential === 'function' && !/^[\d.]+$|:/.test(location.hostname);
}

/** Asks the device to make a passkey, and answers what the server wants to know of it. */
export async function makePasskey(question: NewPasskeyQuestion) {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const { id, response } = await startRegistration({ optionsJSON: question });
  const { clientDataJSON, attestationObject, transports = [] } = response;
  return { id, clientDataJSON, attestationObject, transports };
}

/** Asks the device to answer with a passkey. */
export async function answerWithPasskey(question: PasskeyQuestion) {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const { allowCredentials, ...rest } = question;
  const optionsJSON = { ...rest, allowCredentials: allowCredentials as never[] };
  const { id, response } = await startAuthentication({ optionsJSON });
  const { clientDataJSON, authenticatorData, signature, userHandle = null } = response;
  return { id, clientDataJSON, authenticatorData, signature, userHandle: userHandle || null };
}

type Words = { stopped: string; already: string; wrongHost: string; unfit: string };

/** What the device's own refusal means to the person; null when it is none of the device's. */
export function wordsOfDevice(error: unknown, t: Words): string | null {
  if (!(error instanceof Error)) return null;
  if (error.name === 'NotAllowedError' || error.name === 'AbortError') return t.stopped;
  if (error.name === 'InvalidStateError') return t.already;
  if (error.name === 'SecurityError') return t.wrongHost;
  return error.name === 'ConstraintError' || error.name === 'NotSupportedError' ? t.unfit : null;
}
