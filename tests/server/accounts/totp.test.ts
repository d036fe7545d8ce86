import { expect, test } from 'vitest';
import { bytesOf, codeAt, fittingStep, newTotpKey, stepAt, totpAddress } from '#server/accounts/totp.ts';

const KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

/** RFC 6238, appendix B, for SHA-1. */
const VECTORS = [
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
] as const;

test('the codes are those of the standard', () => {
  expect(bytesOf(KEY).toString()).toBe('12345678901234567890');
  for (const [seconds, code] of VECTORS) {
    expect(codeAt(bytesOf(KEY), stepAt(new Date(seconds * 1000)), 8)).toBe(code);
  }
});

test('the step before and the one after count, others do not', () => {
  const now = new Date('2026-07-01T00:00:10Z');
  const fits = (ahead: number) => fittingStep(KEY, codeAt(bytesOf(KEY), stepAt(now) + ahead), now, null);
  expect([-2, -1, 0, 1, 2].map(fits)).toEqual([null, stepAt(now) - 1, stepAt(now), stepAt(now) + 1, null]);
});

test('a step used is over, and so is every one before it', () => {
  const now = new Date('2026-07-01T00:00:10Z');
  const at = (ahead: number) => codeAt(bytesOf(KEY), stepAt(now) + ahead);
  expect(fittingStep(KEY, at(0), now, stepAt(now))).toBe(null);
  expect(fittingStep(KEY, at(-1), now, stepAt(now))).toBe(null);
  expect(fittingStep(KEY, at(1), now, stepAt(now))).toBe(stepAt(now) + 1);
});

test('what is no code fits nothing', () => {
  const now = new Date('2026-07-01T00:00:10Z');
  const code = codeAt(bytesOf(KEY), stepAt(now));
  for (const wrong of ['', code.slice(1), `${code}0`, `${code} `, '１２３４５６']) {
    expect(fittingStep(KEY, wrong, now, null)).toBe(null);
  }
});

test('a new key is 160 bits, and its address carries it', () => {
  const key = newTotpKey();
  expect(key).toMatch(/^[A-Z2-7]{32}$/);
  expect(bytesOf(key).length).toBe(20);
  expect(newTotpKey()).not.toBe(key);
  expect(totpAddress(key, 'a@b.example')).toBe(
    `otpauth://totp/COP%20Desk:a%40b.example?secret=${key}&issuer=COP%20Desk`,
  );
});
