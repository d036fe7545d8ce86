import type { Bilingual } from '#shared/lang.ts';

export type PersonNames = { familyName: string; givenName: string; familyLatin: string; givenLatin: string };

/** A delegate's name as people read it: 石黒 誠, Makoto Ishiguro. The English half is empty until the passport's is known. */
export function personName(person: PersonNames): Bilingual {
  return {
    ja: `${person.familyName} ${person.givenName}`,
    en: `${inCapitals(person.givenLatin)} ${inCapitals(person.familyLatin)}`.trim(),
  };
}

/** As the passport prints it: ISHIGURO MAKOTO. */
export function passportName(person: PersonNames): string {
  return `${person.familyLatin} ${person.givenLatin}`.trim();
}

/** A capital at the beginning of each part, as names are written outside passports. */
function inCapitals(latin: string): string {
  return latin
    .toLowerCase()
    .replaceAll(/(^|[ '-])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
}
