/** The letters of codes that people type from a mail or a sheet of paper: none looks like another. */
export const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const TOTP_DIGITS = 6;
export const MAIL_CODE_LENGTH = 8;
export const RECOVERY_CODE_LENGTH = 10;
export const RECOVERY_CODES = 10;

/** A code as it is compared: without spaces and hyphens, capitals, and narrow where a Japanese keyboard typed it wide. */
export function tidyCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .replaceAll(/[\s\p{Pd}ー]/gu, '')
    .toUpperCase();
}

/** A code as it is shown, in two groups that are easy to copy. */
export function inGroups(code: string): string {
  const half = Math.ceil(code.length / 2);
  return `${code.slice(0, half)}-${code.slice(half)}`;
}
