import { expect, test } from 'vitest';
import {
  blindIndex,
  type CellPlace,
  CellRejected,
  newKeyBytes,
  openCell,
  sealCell,
  unwrapKey,
  vaultSecret,
  wrapKey,
} from '#db/cells.ts';

const place: CellPlace = { table: 'identity_vault', column: 'passport_number', member: 'member-1', row: 'row-1' };
const key = { id: 7, bytes: newKeyBytes() };

test('a cell opens at its place and nowhere else', () => {
  const cell = sealCell(key, place, 'TEST12345');
  expect(openCell(key, place, cell)).toBe('TEST12345');
  expect(cell.toString('latin1')).not.toContain('TEST12345');
  for (const moved of [{ table: 'x' }, { column: 'surname' }, { member: 'member-2' }, { row: 'row-2' }]) {
    expect(() => openCell(key, { ...place, ...moved }, cell)).toThrow(CellRejected);
  }
  expect(() => openCell({ id: 8, bytes: key.bytes }, place, cell)).toThrow(CellRejected);
  expect(() => openCell({ id: 7, bytes: newKeyBytes() }, place, cell)).toThrow(CellRejected);
  // What is sealed twice never looks the same.
  expect(sealCell(key, place, 'TEST12345').equals(cell)).toBe(false);
});

test('of a thousand cells, each with every single byte changed, not one opens', () => {
  let tried = 0;
  const opened: number[] = [];
  for (let nth = 0; nth < 1000; nth += 1) {
    const at = { ...place, row: `row-${nth}` };
    const cell = sealCell(key, at, `TEST${nth}`);
    for (let byte = 0; byte < cell.length; byte += 1) {
      const changed = Buffer.from(cell);
      changed[byte] = (changed[byte] as number) ^ (1 + (nth % 255));
      tried += 1;
      try {
        openCell(key, at, changed);
        opened.push(byte);
      } catch (error) {
        if (!(error instanceof CellRejected)) throw error;
      }
    }
  }
  expect(opened).toEqual([]);
  expect(tried).toBeGreaterThan(38_000);
});

test('a short tag, a cut cell and an empty one are refused', () => {
  const cell = sealCell(key, place, 'TEST12345');
  const shortTag = Buffer.concat([cell.subarray(0, 17), cell.subarray(17, 21), cell.subarray(33)]);
  const cuts = Array.from({ length: cell.length }, (_, length) => cell.subarray(0, length));
  for (const one of [shortTag, ...cuts]) expect(() => openCell(key, place, one)).toThrow(CellRejected);
});

test('a key is wrapped for its number and its secret alone', () => {
  const [secret, other] = [
    vaultSecret('a secret of the installation, long'),
    vaultSecret('another secret, long enough'),
  ];
  const wrapped = wrapKey(secret, key);
  expect(unwrapKey(secret, 7, wrapped)).toEqual(key);
  expect(wrapped).toHaveLength(61);
  expect(secret.kekId).toMatch(/^[0-9a-f]{16}$/);
  expect(secret.kekId).not.toBe(other.kekId);
  expect(() => unwrapKey(secret, 8, wrapped)).toThrow(CellRejected);
  expect(() => unwrapKey(other, 7, wrapped)).toThrow(CellRejected);
  for (let byte = 0; byte < wrapped.length; byte += 1) {
    const changed = Buffer.from(wrapped);
    changed[byte] = (changed[byte] as number) ^ 1;
    expect(() => unwrapKey(secret, 7, changed)).toThrow(CellRejected);
  }
});

test('a blind index is equal for equal values of one purpose and secret', () => {
  const secret = vaultSecret('a secret of the installation, long');
  const index = blindIndex(secret, 'passport|event-1', 'TEST12345');
  expect(blindIndex(secret, 'passport|event-1', 'TEST12345').equals(index)).toBe(true);
  expect(blindIndex(secret, 'passport|event-2', 'TEST12345').equals(index)).toBe(false);
  expect(blindIndex(vaultSecret('another secret, long enough'), 'passport|event-1', 'TEST12345').equals(index)).toBe(
    false,
  );
});
