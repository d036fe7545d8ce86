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

/** Released sessions as a calendar (RFC 5545, 7986) in a language. Times are in UTC, so that no reader can shift them. */
export function scheduleCalendar(
  { event, release }: PublicProgramme,
  sessions: readonly PublicSession[],
  lang: Lang,
  publicUrl: string,
): string {
  const t = textsIn(publicTexts, lang);
  const name = t.ofEvent(event.shortName, inLang(event.pavilion, lang).text || t.pavilion);
  const calendar = ical({
    name,
    description: t.release(release.number),
    prodId: { company: 'ICLEI Japan', product: 'COP Desk', language: lang.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
    url: `${publicUrl}/schedule/${event.slug}`,
  });
  // Set by hand: with its own option the library would write local times without saying whose.
  calendar.x([{ key: 'X-WR-TIMEZONE', value: event.timeZone }]);
  for (const session of sessions) {
    const { revision, changedAt } = stampOf(session, release);
    calendar.createEvent({
      id: `${session.id}@cop-desk`,
      summary: inLang(session.title, lang).text,
      start: new Date(session.startsAt),
      end: new Date(session.endsAt),
      stamp: release.releasedAt,
      lastModified: new Date(changedAt),
      sequence: revision,
      status: session.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      location: [inLang(session.room.name, lang).text, session.room.area].filter(Boolean).join(' '),
      description: describe(session, lang),
      categories: [{ name: textsIn(requestWords, lang).theme[session.theme] }],
      url: `${publicUrl}${sessionAddress(event.slug, session.id, lang)}`,
    });
  }
  return calendar.toString();
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
