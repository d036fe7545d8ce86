import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES;

/** Where a sealed value stands: it opens in this very cell and nowhere else, so that nobody can move it to another row. */
export type Cell = { table: string; column: string; row: string };

/** Seals a short secret for one cell of the database: a byte of format, nonce, tag, and the text under AES-256-GCM. */
export function sealSecret(appSecret: string, cell: Cell, secret: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFrom(appSecret), iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(addressOf(cell));
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), iv, cipher.getAuthTag(), text]);
}

/** Opens what was sealed for this cell. Throws when a single bit of it, the cell or the installation's secret differs. */
export function openSecret(appSecret: string, cell: Cell, sealed: Buffer): string {
  if (sealed.length < HEAD_BYTES || sealed[0] !== FORMAT) throw new Error('not a sealed value');
  const iv = sealed.subarray(1, 1 + IV_BYTES);
  // The length is named: without it a tag of four bytes, which can be guessed, would be accepted too.
  const cipher = createDecipheriv('aes-256-gcm', keyFrom(appSecret), iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(addressOf(cell));
  cipher.setAuthTag(sealed.subarray(1 + IV_BYTES, HEAD_BYTES));
  return Buffer.concat([cipher.update(sealed.subarray(HEAD_BYTES)), cipher.final()]).toString('utf8');
}

/** Opens what was sealed with one of several secrets: the present one, and the former one while it is being changed. */
export function openWithAny(appSecrets: readonly string[], cell: Cell, sealed: Buffer): string {
  const [present = '', ...former] = appSecrets;
  try {
    return openSecret(present, cell, sealed);
  } catch (error) {
    if (former.length === 0) throw error;
    return openWithAny(former, cell, sealed);
  }
}

/** A key of its own for each purpose: what one use of the installation's secret gives away says nothing about another. */
function keyFor(appSecret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', appSecret, '', `cop-desk ${purpose}`, 32));
}

function keyFrom(appSecret: string): Buffer {
  return keyFor(appSecret, 'sealed-secret v1');
}

function addressOf({ table, column, row }: Cell): Buffer {
  return Buffer.from(['cop1', table, column, row].join('|'), 'utf8');
}
