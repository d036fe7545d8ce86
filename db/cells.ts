import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Where a cell belongs. It opens nowhere else: not in another column, row, table or municipality. */
export type CellPlace = { table: string; column: string; member: string; row: string };
/** A data key with the number that its cells carry. */
export type DataKey = { id: number; bytes: Buffer };
/** What is derived from the installation's secret; nothing of it is ever stored. */
export type VaultSecret = { kekId: string; kek: Buffer; index: Buffer };

/** A cell, or the wrapping of a key, that is not what was once sealed: damaged, moved, forged or of another key. */
export class CellRejected extends Error {
  override readonly name = 'CellRejected';
}

const FORMAT = 1;
const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 5;
const SHORTEST = HEAD_BYTES + IV_BYTES + TAG_BYTES;

/** Derives the key that wraps data keys, its name, and the key of the blind indexes from a secret. */
export function vaultSecret(appSecret: string): VaultSecret {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', appSecret, 'cop-desk vault', purpose, KEY_BYTES));
  const kekId = createHash('sha256').update(derive('name of the key that wraps keys')).digest('hex').slice(0, 16);
  return { kekId, kek: derive('key that wraps keys'), index: derive('blind index') };
}

/** A new data key's bytes. */
export function newKeyBytes(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** Wraps a data key for storing: format, initialisation vector, tag, encrypted key; bound to its number. */
export function wrapKey(secret: VaultSecret, key: DataKey): Buffer {
  return Buffer.concat([Buffer.from([FORMAT]), encrypt(secret.kek, key.bytes, wrapping(key.id))]);
}

/** The data key in its wrapping. Throws CellRejected. */
export function unwrapKey(secret: VaultSecret, id: number, wrapped: Uint8Array): DataKey {
  const whole = Buffer.from(wrapped);
  if (whole[0] !== FORMAT || whole.length !== 1 + IV_BYTES + TAG_BYTES + KEY_BYTES) throw new CellRejected('wrapping');
  return { id, bytes: decrypt(secret.kek, whole.subarray(1), wrapping(id)) };
}

/** Encrypts a text for one place: format, key number (4 bytes), initialisation vector, tag, encrypted text. */
export function sealCell(key: DataKey, place: CellPlace, text: string): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt8(FORMAT);
  head.writeUInt32BE(key.id, 1);
  return Buffer.concat([head, encrypt(key.bytes, Buffer.from(text, 'utf8'), aad(place))]);
}

/** The text of a cell at its place. Throws CellRejected, and never answers anything that was not sealed there. */
export function openCell(key: DataKey, place: CellPlace, cell: Uint8Array): string {
  const whole = Buffer.from(cell);
  if (whole.length < SHORTEST || whole[0] !== FORMAT) throw new CellRejected('format');
  if (whole.readUInt32BE(1) !== key.id) throw new CellRejected('key');
  return decrypt(key.bytes, whole.subarray(HEAD_BYTES), aad(place)).toString('utf8');
}

/** A keyed hash by which equal values are found without being readable; `purpose` keeps indexes apart. */
export function blindIndex(secret: VaultSecret, purpose: string, value: string): Buffer {
  return createHmac('sha256', secret.index).update(`${purpose}|${value}`).digest();
}

function encrypt(key: Buffer, plain: Buffer, bound: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(bound);
  const hidden = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), hidden]);
}

function decrypt(key: Buffer, sealed: Buffer, bound: Buffer): Buffer {
  const tag = sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  // Without the length, Node would be content with a tag of four bytes.
  if (tag.length !== TAG_BYTES) throw new CellRejected('tag');
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(bound);
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch (error) {
    throw new CellRejected('tag', { cause: error });
  }
}

function wrapping(id: number): Buffer {
  return Buffer.from(`cop1|vault_key|${id}`, 'utf8');
}

function aad({ table, column, member, row }: CellPlace): Buffer {
  return Buffer.from(`cop1|${table}|${column}|${member}|${row}`, 'utf8');
}
