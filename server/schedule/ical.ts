import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { type Bilingual, inLang, type Lang } from '#shared/lang.ts';
import { requestWords } from '#shared/requests/words.ts';
import type { PublicSession } from '#shared/schedule/contract.ts';
import { sessionAddress } from '#shared/schedule/public-params.ts';
import { publicTexts } from '#shared/schedule/public-texts.ts';
import type { PublicProgramme } from '#shared/schedule/public-view.ts';
import { stampOf } from '#shared/schedule/release-stamps.ts';
import { textsIn } from '#shared/text.ts';

const REFRESH_SECONDS = 3_600;

/** What a calendar is of: null for everything, else a room, a theme or a member. */
export type CalendarOf = { kind: 'room' | 'theme' | 'member'; id: string } | null;

/** Released sessions as a calendar (RFC 5545, 7986) in a language. Times are in UTC, so that no reader can shift them. */
export function scheduleCalendar(
  { event, release }: PublicProgramme,
  sessions: readonly PublicSession[],
  lang: Lang,
  publicUrl: string,
  of: CalendarOf = null,
): string {
  const t = textsIn(publicTexts, lang);
  const whole = t.ofEvent(event.shortName, inLang(event.pavilion, lang).text || t.pavilion);
  const part = nameOf(of, sessions, lang);
  const calendar = ical({
    name: part ? `${part} ${whole}` : whole,
    description: t.release(release.number),
    prodId: { company: 'ICLEI Japan', product: 'COP Desk', language: lang.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
    url: `${publicUrl}/schedule/${event.slug}`,
  });
  for (const session of sessions) {
    const { revision, changedAt } = stampOf(session, release);
    const title = inLang(session.title, lang).text;
    const cancelled = session.state === 'cancelled';
    calendar.createEvent({
      id: `${session.id}@cop-desk`,
      // Some calendars strike a cancelled entry through, others show it like any other: so its title says it too.
      summary: cancelled ? t.cancelledTitle(title) : title,
      start: new Date(session.startsAt),
      end: new Date(session.endsAt),
      stamp: release.releasedAt,
      lastModified: new Date(changedAt),
      sequence: revision,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      location: [inLang(session.room.name, lang).text, session.room.area].filter(Boolean).join(' '),
      description: describe(session, lang),
      categories: [{ name: textsIn(requestWords, lang).theme[session.theme] }],
      url: `${publicUrl}${sessionAddress(event.slug, session.id, lang)}`,
    });
  }
  // The library would write local times with its own option, and without it the line behind the last entry, where a
  // calendar's own lines may not stand. It also leaves the last line open.
  const text = calendar.toString().replace(/^BEGIN:VEVENT/m, `X-WR-TIMEZONE:${event.timeZone}\r\nBEGIN:VEVENT`);
  return `${text}\r\n`;
}

function nameOf(of: CalendarOf, [first]: readonly PublicSession[], lang: Lang): string {
  if (of === null || !first) return '';
  if (of.kind === 'theme') return textsIn(requestWords, lang).theme[first.theme];
  const name = of.kind === 'room' ? first.room.name : first.hosts.find(({ id }) => id === of.id)?.name;
  return name ? inLang(name, lang).text : '';
}

function describe(session: PublicSession, lang: Lang): string {
  const t = textsIn(publicTexts, lang);
  const say = (text: Bilingual) => inLang(text, lang).text;
  const hosts = session.hosts.map(({ name }) => say(name)).join(t.between);
  const speakers = session.speakers.map((speaker) =>
    [t.role[speaker.role], say(speaker.name), say(speaker.organisation), say(speaker.title)].filter(Boolean).join(' '),
  );
  const parts = [
    session.state === 'cancelled' ? t.cancelledNote : '',
    hosts,
    say(session.abstract),
    speakers.join('\n'),
    session.interpretation === 'simultaneous' ? t.interpreted : '',
  ];
  return parts.filter(Boolean).join('\n\n');
}
