import { addDays, type Day } from '#shared/time.ts';

/** What a passport says of its holder, field by field; each is encrypted by itself. */
export const IDENTITY_FIELDS = [
  'passportNumber',
  'surname',
  'givenNames',
  'birthDate',
  'nationality',
  'issuingCountry',
  'expiresOn',
] as const;
export type IdentityField = (typeof IDENTITY_FIELDS)[number];

/** Why somebody looks at passport data. */
export const REVEAL_PURPOSES = ['registration', 'visa_letter', 'correction', 'member_check', 'incident'] as const;
export type RevealPurpose = (typeof REVEAL_PURPOSES)[number];

/** What is striking about passport data; shown, never refused. The last one is for the office alone. */
export const IDENTITY_FINDINGS = ['expires_early', 'names_differ', 'same_passport'] as const;
export type IdentityFinding = (typeof IDENTITY_FINDINGS)[number];

/** How long after the last day of an event passport data are kept, in days; after leaving it is shorter. */
export const KEPT_DAYS = 30;
export const KEPT_DAYS_AFTER_LEAVING = 7;

const OLDEST_YEARS = 120;

/** A passport number as it may be shown: two characters and the last three of a usual one, fewer of a short one. */
export function maskOfPassport(number: string): string {
  return number.length >= 8 ? `${number.slice(0, 2)}••••${number.slice(-3)}` : `${number.slice(0, 1)}••••`;
}

/** Names as they may be shown: the first letter of each. */
export function maskOfNames(surname: string, givenNames: string): string {
  return [surname, givenNames]
    .filter((name) => name !== '')
    .map((name) => `${name.slice(0, 1)}•••`)
    .join(' ');
}

/** The first day until which a passport must at least be valid: `months` after the last day of the event. */
export function validUntilAtLeast(eventEndsOn: Day, months: number): Day {
  const [year = 0, month = 1, day = 1] = eventEndsOn.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const at = `${first.getUTCFullYear()}-${String(first.getUTCMonth() + 1).padStart(2, '0')}`;
  return `${at}-${String(Math.min(day, length)).padStart(2, '0')}`;
}

/** Whether a passport runs out before the country of the event would let its holder in. */
export function expiresTooEarly(expiresOn: Day, event: { endsOn: Day; passportMonths: number }): boolean {
  return expiresOn < validUntilAtLeast(event.endsOn, event.passportMonths);
}

/** Whether somebody born on that day can be alive today, at the office. */
export function isPlausibleBirth(birthDate: Day, today: Day): boolean {
  const oldest = `${Number(today.slice(0, 4)) - OLDEST_YEARS}${today.slice(4)}`;
  return birthDate <= addDays(today, -1) && birthDate > oldest;
}

/** Latin names for comparing: what a passport may print in two ways counts as the same. */
export function namesKey(surname: string, givenNames: string): string {
  const plain = (name: string) => name.toUpperCase().replaceAll(/[^A-Z]/g, '');
  return `${plain(surname)}/${plain(givenNames)}`;
}

/** A passport number for comparing: letters and digits only, in capitals. */
export function passportKey(number: string): string {
  return number
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '');
}
