import { z } from 'zod';
import { PasskeyId } from '#shared/ids.ts';
import { defineOperations } from '#shared/operation.ts';
import { Instant } from '#shared/shapes.ts';
import { MeView, PasskeyName } from './contract.ts';

/** Bytes as WebAuthn's JSON writes them. */
const bytes = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[\w-]+$/);
const Credential = z.strictObject({ id: z.string(), type: z.literal('public-key'), transports: z.array(z.string()) });

/** What a browser is asked (WebAuthn, `PublicKeyCredentialRequestOptionsJSON`). */
export const PasskeyQuestion = z.strictObject({
  challenge: z.string(),
  rpId: z.string(),
  /** In milliseconds. */
  timeout: z.int(),
  userVerification: z.literal('required'),
  allowCredentials: z.array(Credential),
});
export type PasskeyQuestion = z.infer<typeof PasskeyQuestion>;
/** What a browser answers, as far as it is looked at. */
export const PasskeyAnswer = z.strictObject({
  id: bytes(1400),
  clientDataJSON: bytes(4000),
  authenticatorData: bytes(4000),
  signature: bytes(2000),
  userHandle: bytes(200).nullable(),
});
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>;

/** What a browser is asked to make (WebAuthn, `PublicKeyCredentialCreationOptionsJSON`). */
export const NewPasskeyQuestion = z.strictObject({
  challenge: z.string(),
  rp: z.strictObject({ id: z.string(), name: z.string() }),
  user: z.strictObject({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.strictObject({ type: z.literal('public-key'), alg: z.int() })),
  timeout: z.int(),
  attestation: z.literal('none'),
  excludeCredentials: z.array(Credential),
  authenticatorSelection: z.strictObject({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
});
export type NewPasskeyQuestion = z.infer<typeof NewPasskeyQuestion>;
export const NewPasskey = z.strictObject({
  name: PasskeyName,
  id: bytes(1400),
  clientDataJSON: bytes(4000),
  attestationObject: bytes(4900),
  transports: z.array(z.string().regex(/^[a-z-]{2,20}$/)).max(10),
});
export type NewPasskey = z.infer<typeof NewPasskey>;

export const PasskeyView = z.strictObject({
  id: PasskeyId,
  name: z.string(),
  /** Whether its keeper carries it from device to device. */
  synced: z.boolean(),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
  /** Why it cannot be removed, or null. */
  whyNotRemove: z.string().nullable(),
});
export type PasskeyView = z.infer<typeof PasskeyView>;

/** Passkeys: a second step, or both steps at once. */
export const passkeyOperations = defineOperations({
  'POST /api/auth/sign-in/passkey/challenge': {
    id: 'askForPasskey',
    summary: 'A challenge for signing in with a passkey; sets a cookie that binds it to this browser for five minutes',
    action: 'account.sign-in',
    answer: PasskeyQuestion,
  },
  'POST /api/auth/sign-in/passkey': {
    id: 'signInWithPasskey',
    summary: 'Sign in with a passkey alone, which counts as both steps; sets the session cookie',
    action: 'account.sign-in',
    body: PasskeyAnswer,
    answer: MeView,
    problems: ['passkey-not-valid'],
  },
  'POST /api/auth/passkey-proof/challenge': {
    id: 'askForOwnPasskey',
    summary: 'A challenge for the passkeys of whoever is signed in or at the second step',
    action: 'account.self',
    owing: ['code'],
    answer: PasskeyQuestion,
    problems: ['wrong-state'],
  },
  'POST /api/auth/passkey-proof': {
    id: 'proveByPasskey',
    summary: 'Prove with a passkey who is here: as the second step of signing in, or again; a new session cookie',
    action: 'account.self',
    owing: ['code'],
    body: PasskeyAnswer,
    answer: MeView,
    problems: ['passkey-not-valid'],
  },
  'GET /api/auth/passkeys': {
    id: 'listPasskeys',
    summary: 'My passkeys',
    action: 'account.self',
    answer: z.strictObject({ items: z.array(PasskeyView) }),
  },
  'POST /api/auth/passkeys/challenge': {
    id: 'beginPasskey',
    summary: 'A challenge for making a passkey; sets a cookie that binds it to this browser for five minutes',
    action: 'account.self',
    stepUp: true,
    owing: ['set-up'],
    answer: NewPasskeyQuestion,
  },
  'POST /api/auth/passkeys': {
    id: 'addPasskey',
    summary:
      'Add the passkey that the browser has made; answers ten recovery codes when there were none, and a new session cookie',
    action: 'account.self',
    stepUp: true,
    owing: ['set-up'],
    body: NewPasskey,
    status: 201,
    answer: z.strictObject({ id: PasskeyId, recoveryCodes: z.array(z.string()).nullable() }),
    problems: ['passkey-not-valid', 'wrong-state', 'already-exists'],
  },
  'DELETE /api/auth/passkeys/:id': {
    id: 'removePasskey',
    summary: 'Remove one of my passkeys; not the last way to prove oneself at the office',
    action: 'account.self',
    params: z.strictObject({ id: PasskeyId }),
    stepUp: true,
    status: 204,
    problems: ['wrong-state'],
  },
});
