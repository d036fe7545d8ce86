import { expect, test } from 'vitest';
import { passportName, personName } from '#shared/clashes/person-name.ts';

const person = { familyName: '石黒', givenName: '誠', familyLatin: "ISHI-GURO O'BRIEN", givenLatin: 'MAKOTO' };

test('a name is written the way each language writes it', () => {
  expect(personName(person)).toEqual({ ja: '石黒 誠', en: "Makoto Ishi-Guro O'Brien" });
  expect(personName({ ...person, familyLatin: '', givenLatin: '' })).toEqual({ ja: '石黒 誠', en: '' });
  expect(passportName(person)).toBe("ISHI-GURO O'BRIEN MAKOTO");
});
