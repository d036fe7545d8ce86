import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { NewPasskeyQuestion, PasskeyQuestion } from '#shared/accounts/passkey-operations.ts';

/** What a device does otherwise than it should, for the tests of what must be refused. */
export type Habits = {
  /** The page the browser says it is at. */
  origin?: string;
  /** For whom it says it signs. */
  rpId?: string;
  /** Whether it has made sure of its person; without, it only felt a touch. */
  verifies?: boolean;
  /** Added to its count with each signature; 0 is what synced passkeys do. */
  counts?: number;
};
type Kept = { id: Buffer; key: KeyObject; userHandle: Buffer; rpId: string; count: number };

const UP = 0x01;
const UV = 0x04;
const BACKED_UP = 0x18;
const HAS_KEY = 0x40;
const ORIGIN = 'http://localhost';
const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest();

/** A device with passkeys, in software: ES256 keys, the attestation `none`, as WebAuthn level 3 writes them. */
export function authenticator() {
  const kept: Kept[] = [];
  const clientData = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const dataOf = (rpId: string, flags: number, count: number, more = Buffer.alloc(0)) => {
    const head = Buffer.alloc(5);
    head.writeUInt8(flags, 0);
    head.writeUInt32BE(count, 1);
    return Buffer.concat([sha256(rpId), head, more]);
  };
  return {
    kept,
    /** Makes a passkey and answers as the browser would. */
    make(question: NewPasskeyQuestion, name: string, habits: Habits = {}) {
      const { origin = ORIGIN, rpId = question.rp.id, verifies = true, counts = 0 } = habits;
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const one = { id: randomBytes(32), key: privateKey, count: counts };
      kept.push({ ...one, userHandle: Buffer.from(question.user.id, 'base64url'), rpId });
      const length = Buffer.alloc(2);
      length.writeUInt16BE(one.id.length);
      const key = map([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]);
      const flags = UP | HAS_KEY | (verifies ? UV : 0) | (counts === 0 ? BACKED_UP : 0);
      const authData = dataOf(rpId, flags, one.count, Buffer.concat([Buffer.alloc(16), length, one.id, key]));
      return {
        name,
        id: one.id.toString('base64url'),
        clientDataJSON: clientData('webauthn.create', question.challenge, origin).toString('base64url'),
        attestationObject: map([
          ['fmt', 'none'],
          ['attStmt', map([])],
          ['authData', authData],
        ]).toString('base64url'),
        transports: ['internal', 'hybrid'],
      };
    },
    /** Signs a question with the passkey at a place, as the browser would answer. */
    answer(question: PasskeyQuestion, habits: Habits = {}, at = 0) {
      const one = kept[at];
      if (!one) throw new Error('this device has no passkey');
      const { origin = ORIGIN, rpId = question.rpId, verifies = true, counts = 0 } = habits;
      one.count += counts;
      const client = clientData('webauthn.get', question.challenge, origin);
      const data = dataOf(rpId, UP | (verifies ? UV : 0) | (one.count === 0 ? BACKED_UP : 0), one.count);
      return {
        id: one.id.toString('base64url'),
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', Buffer.concat([data, sha256(client)]), one.key).toString('base64url'),
        userHandle: one.userHandle.toString('base64url') as string | null,
      };
    },
  };
}
export type Authenticator = ReturnType<typeof authenticator>;

/** As much of CBOR (RFC 8949) as a passkey needs; a buffer made by `map` is put in as it is. */
type Cbor = number | string | Buffer;
const maps = new WeakSet<Buffer>();

function map(entries: [number | string, Cbor][]): Buffer {
  const made = Buffer.concat([head(5, entries.length), ...entries.flatMap(([key, value]) => [item(key), item(value)])]);
  maps.add(made);
  return made;
}

function item(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  return maps.has(value) ? value : Buffer.concat([head(2, value.length), value]);
}

function head(major: number, length: number): Buffer {
  const kind = major << 5;
  if (length < 24) return Buffer.of(kind | length);
  if (length < 256) return Buffer.of(kind | 24, length);
  return Buffer.of(kind | 25, length >> 8, length & 255);
}
