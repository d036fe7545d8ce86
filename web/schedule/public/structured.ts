import { inLang, type Lang } from '#shared/lang.ts';
import type { PublicSession } from '#shared/schedule/contract.ts';
import type { PublicEvent } from '#shared/schedule/public-days.ts';
import { publicAddress, readPublicParams, sessionAddress } from '#shared/schedule/public-params.ts';
import type { PublicDayView, PublicSessionView, PublicSite } from '#shared/schedule/public-view.ts';
import { offsetMinutes } from '#shared/time-zone.ts';

type Facts = Record<string, unknown>;

/** A session for machines that read pages (schema.org Event): times with the venue's own offset, and what became of it. */
export function sessionFacts({ site, event, shown, lang }: PublicSessionView): Facts {
  const { session, mark } = shown;
  const zone = session.room.timeZone;
  const say = (text: { ja: string; en: string }) => inLang(text, lang).text;
  const moved = mark && mark.startsAt !== session.startsAt ? mark.startsAt : null;
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': `${site.publicUrl}${sessionAddress(event.slug, session.id, 'ja')}`,
    url: `${site.publicUrl}${sessionAddress(event.slug, session.id, lang)}`,
    name: say(session.title),
    description: say(session.abstract) || undefined,
    startDate: withOffset(session.startsAt, zone),
    endDate: withOffset(session.endsAt, zone),
    ...(moved ? { previousStartDate: withOffset(moved, zone) } : {}),
    eventStatus: `https://schema.org/${statusOf(session, moved !== null)}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    inLanguage: session.language === 'ja_en' ? ['ja', 'en'] : session.language,
    location: {
      '@type': 'Place',
      name: [say(session.room.name), session.room.area].filter(Boolean).join(' '),
      ...placeOf(event, lang),
    },
    organizer: session.hosts.map(({ name }) => ({ '@type': 'Organization', name: say(name) })),
    superEvent: wholeEvent(site, event, lang),
  };
}

/** The event a day belongs to. The sessions are told on their own pages: one page, one event. */
export function dayFacts({ site, event, params }: PublicDayView): Facts {
  return { '@context': 'https://schema.org', ...wholeEvent(site, event, params.lang) };
}

function wholeEvent(site: PublicSite, event: PublicEvent, lang: Lang): Facts {
  const address = publicAddress(event.slug, { ...readPublicParams(new URLSearchParams()), lang });
  return {
    '@type': 'Event',
    name: inLang(event.name, lang).text,
    url: `${site.publicUrl}${address}`,
    startDate: event.startsOn,
    endDate: event.endsOn,
    location: {
      '@type': 'Place',
      name: inLang(event.venue, lang).text || inLang(event.city, lang).text,
      ...placeOf(event, lang),
    },
  };
}

function placeOf(event: PublicEvent, lang: Lang): Facts {
  const { city, country } = event;
  return {
    address: {
      '@type': 'PostalAddress',
      addressLocality: inLang(city, lang).text,
      addressCountry: inLang(country, lang).text,
    },
  };
}

function statusOf({ state }: PublicSession, moved: boolean): string {
  if (state === 'cancelled') return 'EventCancelled';
  return moved ? 'EventRescheduled' : 'EventScheduled';
}

/** An instant as the venue's clocks show it, with their offset: 2027-11-11T14:00:00+03:00. */
export function withOffset(instant: string, zone: string): string {
  const at = new Date(instant);
  const offset = offsetMinutes(at, zone);
  const local = new Date(at.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(offset);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
