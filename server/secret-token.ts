import { createHash, createHmac, randomBytes } from 'node:crypto';

/** A new secret for a cookie or a link: 256 bits that cannot be guessed. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The secret of one mail's link: the same each time that mail is sent, so that it need not be kept anywhere. */
export function tokenOfMail(appSecret: string, outboxId: string): string {
  return createHmac('sha256', appSecret).update(`mail-link ${outboxId}`).digest('base64url');
}

/** What the database keeps of a secret. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The code of one mail, in the letters given: the same each time that mail is sent, so that it need not be kept. */
export function codeOfMail(appSecret: string, outboxId: string, letters: string, length: number): string {
  let rest = BigInt(`0x${createHmac('sha256', appSecret).update(`mail-code ${outboxId}`).digest('hex')}`);
  let code = '';
  for (; code.length < length; rest /= BigInt(letters.length)) code += letters[Number(rest % BigInt(letters.length))];
  return code;
}

/** What the database keeps of a short code. Without the installation's secret nobody can try them all out. */
export function hashOfCode(appSecret: string, belongsTo: string, code: string): Buffer {
  return createHmac('sha256', appSecret).update(`code ${belongsTo} ${code}`).digest();
}
