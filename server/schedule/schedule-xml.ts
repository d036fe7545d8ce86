import type { Lang } from '#shared/lang.ts';
import { type Exchange, type ExchangeSession, exchangeOf } from '#shared/schedule/exchange.ts';
import type { PublicProgramme } from '#shared/schedule/public-view.ts';

/** What XML 1.0 allows in a text; anything else would make the whole file unreadable. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** A released programme as schedule.xml, as conference apps read it (c3voc; media type application/vnd.c3voc.schedule+xml). */
export function scheduleXml(programme: PublicProgramme, lang: Lang, publicUrl: string): string {
  const exchange = exchangeOf(programme, lang, publicUrl);
  const { slug } = programme.event;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('schedule', {}, [
    element('generator', { name: 'COP Desk', system: publicUrl }),
    element('url', {}, text(`${publicUrl}/schedule/${slug}.xml${lang === 'ja' ? '' : `?lang=${lang}`}`)),
    element('version', {}, text(exchange.version)),
    about(exchange, publicUrl),
    ...exchange.days.map(({ index, date, start, end, rooms }) =>
      element(
        'day',
        { index, date, start, end },
        rooms.map(({ name, guid, sessions }) => element('room', { name, guid }, sessions.map(item))),
      ),
    ),
  ])}\n`;
}

function about(exchange: Exchange, publicUrl: string): string {
  const fields = {
    acronym: exchange.acronym,
    title: exchange.title,
    start: exchange.start,
    end: exchange.end,
    days: exchange.days.length,
    timeslot_duration: '00:05',
    base_url: publicUrl,
    url: exchange.url,
    time_zone_name: exchange.timeZone,
  };
  const tracks = exchange.tracks.map(({ name, slug }) => element('track', { name, slug }));
  return element('conference', {}, [
    ...Object.entries(fields).map(([name, value]) => element(name, {}, text(value))),
    ...tracks,
  ]);
}

function item({ guid, id, code, persons, url, stream, noRecording, ...session }: ExchangeSession): string {
  const fields: [string, string][] = [
    ['room', session.room],
    ['title', session.title],
    ['subtitle', session.subtitle],
    ['type', session.type],
    ['date', session.date],
    ['start', session.start],
    ['duration', session.duration],
    ['abstract', session.abstract],
    ['slug', session.slug],
    ['track', session.track],
    ['language', session.language],
    ['url', url],
  ];
  return element('event', { id, guid, code }, [
    ...fields.map(([name, value]) => element(name, {}, text(value))),
    element(
      'persons',
      {},
      persons.map((name) => element('person', {}, text(name))),
    ),
    ...(stream === null ? [] : [element('links', {}, element('link', { href: stream, type: 'media' }, text(stream)))]),
    ...(noRecording ? [element('recording', {}, `${element('license', {})}${element('optout', {}, 'true')}`)] : []),
  ]);
}

function element(name: string, attributes: Record<string, string | number>, content: string | string[] = ''): string {
  const head = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${text(value).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`,
  );
  const inside = typeof content === 'string' ? content : content.join('');
  return inside === '' ? `<${name}${head.join('')}/>` : `<${name}${head.join('')}>${inside}</${name}>`;
}

function text(value: string | number): string {
  return String(value)
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>"\r]/g, (mark) => MARKS[mark] ?? mark);
}
