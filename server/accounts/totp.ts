import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** RFC 6238 as every authenticator app knows it: SHA-1, six digits, a new code each 30 seconds. */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** Clocks of telephones go wrong by some seconds: one step before and one after are accepted too. */
const DRIFT = 1;
const KEY_BYTES = 20;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A new key, in the base32 that people type when they cannot take a picture. */
export function newTotpKey(): string {
  const bits = Array.from(randomBytes(KEY_BYTES), (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join('');
}

/** What an authenticator app reads from the picture. */
export function totpAddress(key: string, accountName: string): string {
  const label = `${encodeURIComponent('COP Desk')}:${encodeURIComponent(accountName)}`;
  return `otpauth://totp/${label}?secret=${key}&issuer=${encodeURIComponent('COP Desk')}`;
}

/** Which step of time this is. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / STEP_SECONDS);
}

/** The code of one step; RFC 4226, section 5.3. */
export function codeAt(key: Buffer, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  const number = (mac.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 10 ** digits;
  return String(number).padStart(digits, '0');
}

/** The step whose code this is, later than `lastStep` (a code works once); null when it is none of those near now. */
export function fittingStep(key: string, code: string, now: Date, lastStep: number | null): number | null {
  if (!/^[0-9]{6}$/.test(code)) return null;
  const bytes = bytesOf(key);
  const given = Buffer.from(code);
  const current = stepAt(now);
  let found: number | null = null;
  for (let step = current - DRIFT; step <= current + DRIFT; step += 1) {
    const fits = timingSafeEqual(given, Buffer.from(codeAt(bytes, step)));
    if (fits && step > (lastStep ?? -1)) found ??= step;
  }
  return found;
}

/** The bytes of a key in base32; other characters count as none. */
export function bytesOf(key: string): Buffer {
  const bits = Array.from(key.toUpperCase(), (letter) => ALPHABET.indexOf(letter))
    .filter((value) => value >= 0)
    .map((value) => value.toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}
