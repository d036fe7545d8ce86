import { type Bilingual, inLang, type Lang } from '#shared/lang.ts';
import { THEMES } from '#shared/requests/kinds/speaking.ts';
import { requestWords } from '#shared/requests/words.ts';
import { textsIn } from '#shared/text.ts';
import { addDays, type Day, formatTime } from '#shared/time.ts';
import { startOfDay, withOffset } from '#shared/time-zone.ts';
import type { PublicSession } from './contract.ts';
import { sessionAddress } from './public-params.ts';
import { publicTexts } from './public-texts.ts';
import type { PublicProgramme } from './public-view.ts';

/** A released session as other programs know one. Texts are in one language; nothing here depends on the time of asking. */
export type ExchangeSession = {
  guid: string;
  /** The same over all releases: a positive 31-bit number, and the same number in six characters of `0-9A-Z`. */
  id: number;
  code: string;
  slug: string;
  url: string;
  room: string;
  title: string;
  /** The title in the other language, or empty. */
  subtitle: string;
  abstract: string;
  track: string;
  type: string;
  language: string;
  /** At the venue, with the distance from UTC. */
  date: string;
  end: string;
  /** On the venue's clock, `HH:mm`. */
  start: string;
  /** `HH:mm`, both in two digits. */
  duration: string;
  persons: string[];
  /** Where it can be watched, or null. */
  stream: string | null;
  /** Whether somebody on it does not wish to be recorded. */
  noRecording: boolean;
};
export type ExchangeRoom = { name: string; guid: string; slug: string; capacity: number | null; description: string };
export type ExchangeDay = {
  index: number;
  date: Day;
  start: string;
  end: string;
  rooms: { name: string; guid: string; sessions: ExchangeSession[] }[];
};
export type Exchange = {
  version: string;
  acronym: string;
  title: string;
  url: string;
  start: Day;
  end: Day;
  timeZone: string;
  tracks: { name: string; slug: string }[];
  rooms: ExchangeRoom[];
  days: ExchangeDay[];
};

/** A released programme for other programs (the c3voc family of formats): every session, each under the day it begins. */
export function exchangeOf(
  { event, days, release, sessions }: PublicProgramme,
  lang: Lang,
  publicUrl: string,
): Exchange {
  const t = textsIn(publicTexts, lang);
  const words = textsIn(requestWords, lang);
  const say = (text: Bilingual) => inLang(text, lang).text;
  const acronym = acronymOf(event.slug, event.startsOn);
  const numbers = numbersOf(sessions.map(({ id }) => id));
  const rooms = roomsOf(sessions, say);
  const exchanged = (session: PublicSession): ExchangeSession => {
    const { room, id } = session;
    const [from, to] = [new Date(session.startsAt), new Date(session.endsAt)];
    const number = numbers.get(id) ?? 1;
    const code = codeOf(number);
    const title = say(session.title);
    const subtitle = session.title[lang === 'ja' ? 'en' : 'ja'];
    return {
      ...{ guid: id, id: number, code, slug: `${acronym}-${code.toLowerCase()}` },
      url: `${publicUrl}${sessionAddress(event.slug, id, lang)}`,
      room: rooms.get(room.id)?.name ?? '',
      title: session.state === 'cancelled' ? t.cancelledTitle(title) : title,
      subtitle: subtitle === title ? '' : subtitle,
      abstract: say(session.abstract),
      track: words.theme[session.theme],
      type: session.format,
      // `mul` is the tag for several languages (ISO 639-2).
      language: session.language === 'ja_en' ? 'mul' : session.language,
      date: withOffset(from, room.timeZone),
      end: withOffset(to, room.timeZone),
      start: formatTime(from, room.timeZone).padStart(5, '0'),
      duration: lengthOf(from, to),
      persons: session.speakers.map((speaker) => say(speaker.name)).filter(Boolean),
      // Releases made before there were streams and notices do not name them.
      stream: session.streamUrl ?? null,
      noRecording: session.notices?.noRecording ?? false,
    };
  };
  const used = new Set(sessions.map(({ theme }) => theme));
  return {
    version: String(release.number),
    ...{ acronym, title: `${event.shortName} ${say(event.pavilion) || t.pavilion}`, timeZone: event.timeZone },
    url: `${publicUrl}/schedule/${event.slug}${lang === 'ja' ? '' : `?lang=${lang}`}`,
    start: days[0]?.day ?? event.startsOn,
    end: days.at(-1)?.day ?? event.endsOn,
    tracks: THEMES.filter((theme) => used.has(theme)).map((slug) => ({ slug, name: words.theme[slug] })),
    rooms: [...rooms.values()],
    days: days.map(({ day }, index) => {
      const ofDay = sessions.filter((session) => session.day === day);
      return {
        index: index + 1,
        date: day,
        ...spanOf(day, ofDay, event.timeZone),
        rooms: [...rooms].flatMap(([id, { name, guid }]) => {
          const inRoom = ofDay.filter((session) => session.room.id === id);
          return inRoom.length === 0 ? [] : [{ name, guid, sessions: inRoom.map(exchanged) }];
        }),
      };
    }),
  };
}

/** Only `[a-z0-9_]` and at least four of them, which the slug of an event need not have. */
function acronymOf(slug: string, startsOn: Day): string {
  const plain = slug.toLowerCase().replace(/[^a-z0-9_]/g, '_');
  return plain.length >= 4 ? plain : `${plain}_${startsOn.slice(0, 4)}`;
}

const MOST_NUMBER = 2 ** 31 - 1;

/**
 * A number for each id, the same wherever the id turns up (FNV-1a). Of two that would have the same one, the older id
 * keeps it: ids sort by age.
 */
export function numbersOf(ids: readonly string[], hash: (id: string) => number = fnv): Map<string, number> {
  const numbers = new Map<string, number>();
  const taken = new Set<number>();
  for (const id of [...new Set(ids)].sort()) {
    let number = (hash(id) % MOST_NUMBER) + 1;
    while (taken.has(number)) number = (number % MOST_NUMBER) + 1;
    taken.add(number);
    numbers.set(id, number);
  }
  return numbers;
}

function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** 2^31 - 1 is ZIK0ZJ to the base of 36: six characters are enough. */
function codeOf(number: number): string {
  return number.toString(36).toUpperCase().padStart(6, '0');
}

/** Rooms by place in the list. Those of one name get what tells them apart: their area, else their short name. */
function roomsOf(sessions: readonly PublicSession[], say: (text: Bilingual) => string): Map<string, ExchangeRoom> {
  const rooms = [...new Map(sessions.map(({ room }) => [room.id as string, room])).values()].sort(
    (a, b) => a.position - b.position || a.slug.localeCompare(b.slug),
  );
  const names = [
    (room: PublicSession['room']) => say(room.name) || room.slug,
    (room: PublicSession['room']) => `${say(room.name)} (${room.area || room.slug})`,
    (room: PublicSession['room']) => `${say(room.name)} (${room.slug})`,
  ];
  const counts = names.map((nameOf) => {
    const count = new Map<string, number>();
    for (const room of rooms) count.set(nameOf(room), (count.get(nameOf(room)) ?? 0) + 1);
    return count;
  });
  const found = new Map<string, ExchangeRoom>();
  const taken = new Set<string>();
  for (const room of rooms) {
    const at = names.findIndex((nameOf, index) => counts[index]?.get(nameOf(room)) === 1 && !taken.has(nameOf(room)));
    const name = names[at]?.(room) ?? `${say(room.name)} (${room.id})`;
    taken.add(name);
    const { id, slug, capacity, area } = room;
    found.set(id, { name, guid: id, slug, capacity, description: area });
  }
  return found;
}

/** From the day's beginning until its end at the venue, or as far as its sessions reach. */
function spanOf(day: Day, sessions: readonly PublicSession[], zone: string): { start: string; end: string } {
  const starts = sessions.map(({ startsAt }) => Date.parse(startsAt));
  const ends = sessions.map(({ endsAt }) => Date.parse(endsAt));
  const from = Math.min(startOfDay(day, zone).getTime(), ...starts);
  const to = Math.max(startOfDay(addDays(day, 1), zone).getTime(), ...ends);
  return { start: withOffset(new Date(from), zone), end: withOffset(new Date(to), zone) };
}

function lengthOf(from: Date, to: Date): string {
  const minutes = Math.round((to.getTime() - from.getTime()) / 60_000);
  const two = (count: number) => String(count).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
