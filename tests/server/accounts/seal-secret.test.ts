import { expect, test } from 'vitest';
import { openSecret, sealSecret } from '#server/accounts/seal-secret.ts';

const SECRET = 'an installation’s secret, for tests 0123456789';
const cell = { table: 'account_totp', column: 'secret', row: 'row-1' };

test('what is sealed for a cell opens there, and two seals of the same text differ', () => {
  const [one, two] = [sealSecret(SECRET, cell, '鍵 KEY'), sealSecret(SECRET, cell, '鍵 KEY')];
  expect(openSecret(SECRET, cell, one)).toBe('鍵 KEY');
  expect(openSecret(SECRET, cell, two)).toBe('鍵 KEY');
  expect(one.equals(two)).toBe(false);
  expect(one.includes(Buffer.from('KEY'))).toBe(false);
});

test('any byte changed, any other cell and any other secret is refused', () => {
  const sealed = sealSecret(SECRET, cell, 'JBSWY3DPEHPK3PXP');
  for (let at = 0; at < sealed.length; at += 1) {
    const broken = Buffer.from(sealed);
    broken[at] = (broken[at] ?? 0) ^ 1;
    expect(() => openSecret(SECRET, cell, broken), `byte ${at}`).toThrow();
  }
  expect(() => openSecret(SECRET, { ...cell, row: 'row-2' }, sealed)).toThrow();
  expect(() => openSecret(SECRET, { ...cell, column: 'other' }, sealed)).toThrow();
  expect(() => openSecret(SECRET, { ...cell, table: 'other' }, sealed)).toThrow();
  expect(() => openSecret(`${SECRET}.`, cell, sealed)).toThrow();
});

test('a shortened tag is refused', () => {
  const sealed = sealSecret(SECRET, cell, 'JBSWY3DPEHPK3PXP');
  expect(() => openSecret(SECRET, cell, sealed.subarray(0, 17))).toThrow();
  expect(() => openSecret(SECRET, cell, Buffer.concat([sealed.subarray(0, 17), sealed.subarray(29)]))).toThrow();
});
