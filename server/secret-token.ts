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
