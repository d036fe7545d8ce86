import { createHash } from 'node:crypto';

/** The version of a text that people agree to: another word, another version. */
export function textVersion(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
