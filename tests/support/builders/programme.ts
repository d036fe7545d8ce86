import { daysOfProgramme, type PublicEvent } from '#shared/schedule/public-days.ts';
import { readPublicParams } from '#shared/schedule/public-params.ts';
import { type PublicProgramme, publicDayView } from '#shared/schedule/public-view.ts';

export const event: PublicEvent = {
  slug: 'cop32',
  shortName: 'COP32',
  name: { ja: '試験会議', en: 'Test COP' },
  city: { ja: 'アディスアベバ', en: 'Addis Ababa' },
  country: { ja: 'エチオピア', en: 'Ethiopia' },
  venue: { ja: '', en: '' },
  pavilion: { ja: '', en: '' },
  startsOn: '2027-11-08',
  endsOn: '2027-11-19',
  timeZone: 'Africa/Addis_Ababa',
};
export const site = { publicUrl: 'https://desk.example', stylesheet: '/assets/s.css', icon: '/assets/i.svg' };

/** A released programme with these sessions. */
export function programme(sessions: PublicProgramme['sessions'], of: PublicEvent = event): PublicProgramme {
  const release = { id: 'r', number: 7, releasedAt: new Date('2027-10-20T01:00:00Z') };
  const known = [
    { day: '2027-11-11', theme: { ja: '都市・適応', en: 'Cities' }, rest: false },
    { day: '2027-11-14', theme: { ja: '休会', en: 'Rest' }, rest: true },
  ];
  return { event: of, days: daysOfProgramme(of, known, sessions), release, sessions };
}

/** The view of a day as the address asks for it; `now` is an instant, by default long before the event. */
export function dayView(sessions: PublicProgramme['sessions'], query = '', now = '2027-09-24T01:00:00Z', of = event) {
  return publicDayView(programme(sessions, of), readPublicParams(new URLSearchParams(query)), new Date(now), site);
}
