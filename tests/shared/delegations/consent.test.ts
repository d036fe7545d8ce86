import { expect, test } from 'vitest';
import { consentState, type KeptConsent } from '#shared/delegations/consent.ts';

const given: KeptConsent = { receiver: 'secretariat', endedAs: null, country: 'Ethiopia', provisional: true };
const now = { countryEn: 'Ethiopia', provisional: true };

test('a consent holds until it is withdrawn', () => {
  expect(consentState(undefined, now)).toBe('missing');
  expect(consentState(given, now)).toBe('given');
  expect(consentState({ ...given, endedAs: 'withdrawn' }, now)).toBe('withdrawn');
  expect(consentState({ ...given, endedAs: 'replaced' }, now)).toBe('missing');
  expect(consentState(given, { countryEn: 'Kenya', provisional: false })).toBe('given');
});

test('one to the host country lapses with another country, and when the expected one becomes certain', () => {
  const host: KeptConsent = { ...given, receiver: 'host_country' };
  expect(consentState(host, now)).toBe('given');
  expect(consentState(host, { ...now, provisional: false })).toBe('lapsed');
  expect(consentState({ ...host, provisional: false }, { ...now, provisional: false })).toBe('given');
  expect(consentState({ ...host, provisional: false }, { ...now, countryEn: 'Kenya' })).toBe('lapsed');
});
