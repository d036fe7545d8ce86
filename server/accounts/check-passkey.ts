import {
  type AuthenticatorTransport,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { credentialsOf, KnownPasskey } from '#db/queries/passkeys.ts';
import type {
  NewPasskey,
  NewPasskeyQuestion,
  PasskeyAnswer,
  PasskeyQuestion,
} from '#shared/accounts/passkey-operations.ts';
import type { Settings } from '../context.ts';

const TIMEOUT_MS = 5 * 60_000;
/** ES256, EdDSA and RS256: what every device of today offers at least one of. */
const ALGORITHMS = [-7, -8, -257];
const NAME = 'COP Desk';

type Kept = Awaited<ReturnType<typeof credentialsOf>>;

/**
 * For whom passkeys are made: the host of the public address, whichever name a proxy has asked for. Without its port, so
 * that on one machine the same passkey serves every port.
 */
function relyingParty({ publicUrl }: Pick<Settings, 'publicUrl'>): { rpId: string; origin: string } {
  const { hostname, origin } = new URL(publicUrl);
  return { rpId: hostname, origin };
}

/** The question for one of some passkeys; with none named, for whichever the person has here. */
export function questionFor(settings: Pick<Settings, 'publicUrl'>, challenge: Buffer, kept: Kept): PasskeyQuestion {
  return {
    challenge: challenge.toString('base64url'),
    rpId: relyingParty(settings).rpId,
    timeout: TIMEOUT_MS,
    userVerification: 'required',
    allowCredentials: kept.map(credentialOf),
  };
}

/** The question for a new passkey, which the person's device must find again without being told which. */
export function questionForNew(
  settings: Pick<Settings, 'publicUrl'>,
  challenge: Buffer,
  account: { id: string; email: string; name: string },
  kept: Kept,
): NewPasskeyQuestion {
  return {
    challenge: challenge.toString('base64url'),
    rp: { id: relyingParty(settings).rpId, name: NAME },
    user: { id: userHandleOf(account.id), name: account.email, displayName: account.name || account.email },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    timeout: TIMEOUT_MS,
    attestation: 'none',
    excludeCredentials: kept.map(credentialOf),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
  };
}

export type Checked = {
  credentialId: Buffer;
  publicKey: Buffer;
  signCount: number;
  transports: string;
  synced: boolean;
};

/** The passkey that a browser has made in answer to a challenge; null when it does not fit in any way. */
export async function checkNewPasskey(
  settings: Pick<Settings, 'publicUrl'>,
  challenge: Buffer,
  { id, clientDataJSON, attestationObject, transports }: NewPasskey,
): Promise<Checked | null> {
  const { rpId, origin } = relyingParty(settings);
  const response = { clientDataJSON, attestationObject, transports: transports as AuthenticatorTransport[] };
  const checked = await verifyRegistrationResponse({
    response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response },
    ...{ expectedChallenge: challenge.toString('base64url'), expectedOrigin: origin, expectedRPID: rpId },
    ...{ requireUserVerification: true, supportedAlgorithmIDs: ALGORITHMS },
  }).catch(() => null);
  if (!checked?.verified || checked.registrationInfo.credential.id !== id) return null;
  const { credential, credentialBackedUp } = checked.registrationInfo;
  return {
    credentialId: Buffer.from(credential.id, 'base64url'),
    publicKey: Buffer.from(credential.publicKey),
    signCount: credential.counter,
    transports: transports.join(','),
    synced: credentialBackedUp,
  };
}

/**
 * Whether a browser's answer to a challenge was signed by this passkey, and the count it says; null when it was not.
 * Whether the count goes on from the one before is for `countPasskeyUse`, which several at once cannot get round.
 */
export async function checkPasskey(
  settings: Pick<Settings, 'publicUrl'>,
  challenge: Buffer,
  passkey: KnownPasskey,
  { id, userHandle, ...response }: PasskeyAnswer,
): Promise<number | null> {
  if (userHandle !== null && userHandle !== userHandleOf(passkey.accountId)) return null;
  const { rpId, origin } = relyingParty(settings);
  const checked = await verifyAuthenticationResponse({
    response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response },
    ...{ expectedChallenge: challenge.toString('base64url'), expectedOrigin: origin, expectedRPID: rpId },
    credential: { id, publicKey: new Uint8Array(passkey.publicKey), counter: 0 },
    requireUserVerification: true,
  }).catch(() => null);
  return checked?.verified ? checked.authenticationInfo.newCounter : null;
}

/** By which a device tells the accounts it has passkeys of apart: the account's id, nothing of the person. */
function userHandleOf(accountId: string): string {
  return Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url');
}

function credentialOf({ credentialId, transports }: Kept[number]) {
  return {
    id: credentialId.toString('base64url'),
    type: 'public-key' as const,
    transports: transports === '' ? [] : transports.split(','),
  };
}
