import type { Lang } from '#shared/lang.ts';
import { type ExchangeSession, exchangeOf } from '#shared/schedule/exchange.ts';
import type { PublicProgramme } from '#shared/schedule/public-view.ts';

/** The format knows zones of two parts; the rare others are left out rather than making the file invalid. */
const KNOWN_ZONE = /^[A-Z][a-z]+\/[A-Z][a-z]+|^UTC$/;

/** A released programme as schedule JSON (c3voc), the same content as the XML. */
export function scheduleJson(programme: PublicProgramme, lang: Lang, publicUrl: string): string {
  const { acronym, title, url, start, end, timeZone, tracks, rooms, days, version } = exchangeOf(
    programme,
    lang,
    publicUrl,
  );
  return JSON.stringify({
    $schema: 'https://c3voc.de/schedule/schema.json',
    generator: { name: 'COP Desk', url: publicUrl },
    schedule: {
      version,
      base_url: publicUrl,
      conference: {
        ...{ acronym, title, start, end, daysCount: days.length, timeslot_duration: '00:05', url, tracks },
        ...(KNOWN_ZONE.test(timeZone) ? { time_zone_name: timeZone } : {}),
        rooms: rooms.map(({ name, guid, capacity, description }) => ({ name, guid, capacity, description })),
        days: days.map((day) => ({
          index: day.index,
          date: day.date,
          day_start: day.start,
          day_end: day.end,
          // From entries, because a room may bear any name, also one that an object has already.
          rooms: Object.fromEntries(day.rooms.map(({ name, sessions }) => [name, sessions.map(item)])),
        })),
      },
    },
  });
}

function item({ persons, stream, noRecording, ...session }: ExchangeSession) {
  return {
    ...session,
    persons: persons.map((name) => ({ name })),
    do_not_record: noRecording,
    links: stream === null ? [] : [{ type: 'media', url: stream }],
    attachments: [],
  };
}
