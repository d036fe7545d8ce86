import type { TwoMembers } from './builders/two-members.ts';

const NAME = { ja: '名前', en: 'Name' };
export const BOTH = { ja: '', en: '' };
export const LATER = '2027-10-01T08:00:00Z';

/** Bodies that lack nothing, for the operations that create or change things. */
export const venueBody = () => ({ name: NAME, zone: 'blue', timeZone: 'Africa/Addis_Ababa' });
export const roomBody = ({ around }: TwoMembers) => ({
  venueId: around.venue,
  slug: 'annex',
  name: NAME,
  area: '',
  capacity: null,
  purpose: 'session',
  position: 0,
});
export const deadlineBody = () => ({
  tier: 'internal',
  code: 'slides',
  kind: null,
  name: NAME,
  dueAt: LATER,
  publishedLabel: '',
});
export const windowBody = () => ({ kind: 'speaking', opensAt: '2027-09-01T00:00:00Z', closesAt: LATER, late: 'mark' });
export const poolBody = () => ({
  route: 'iclei_observer',
  zone: 'blue',
  name: NAME,
  from: '2027-11-08',
  to: '2027-11-10',
  places: 5,
  position: 0,
});
export const eventBody = () => ({
  name: NAME,
  shortName: 'COP32',
  city: NAME,
  country: NAME,
  venueName: BOTH,
  pavilion: BOTH,
  startsOn: '2027-11-08',
  endsOn: '2027-11-19',
  actualEndsOn: null,
  provisional: true,
  timeZone: 'Africa/Addis_Ababa',
  passportMonths: 6,
  phase: 'programme',
  notes: BOTH,
});
export const newEventBody = () => ({ slug: 'new-event', processId: 'unfccc', ...eventBody() });
export const delegateBody = () => ({
  familyName: '姓',
  givenName: '名',
  familyKana: 'せい',
  givenKana: 'めい',
  familyLatin: '',
  givenLatin: '',
  title: { ja: '課長', en: '' },
  section: '',
  level: 'director',
  email: '',
  arrivesOn: null,
  leavesOn: null,
});
export const sessionBody = () => ({
  title: NAME,
  abstract: BOTH,
  theme: 'energy',
  format: 'panel',
  language: 'en',
  interpretation: 'none',
  minutes: 60,
  hostIds: [],
  speakers: [],
});
export const organisationBody = () => ({ kind: 'city', name: NAME, country: BOTH });
/** The passport of nobody. */
export const identityBody = () => ({
  passportNumber: 'TR1234567',
  surname: 'TEST',
  givenNames: 'HANA',
  birthDate: '1980-04-01',
  nationality: 'JPN',
  issuingCountry: 'JPN',
  expiresOn: '2032-01-01',
});
