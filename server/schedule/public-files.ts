import type { Hono } from 'hono';
import { refuse } from '#shared/problem.ts';
import type { PublicSession } from '#shared/schedule/contract.ts';
import type { AppEnv } from '../context.ts';
import { type CalendarOf, scheduleCalendar } from './ical.ts';
import { type AnswerPublic, type Asked, type Made, versionOf } from './public-asked.ts';
import { finish } from './public-cache.ts';
import { scheduleJson } from './schedule-json.ts';
import { scheduleXml } from './schedule-xml.ts';

const EVENT = ':event{[a-z0-9-]+}';
const TYPES = {
  ics: 'text/calendar; charset=utf-8',
  xml: 'application/vnd.c3voc.schedule+xml',
  json: 'application/json',
} as const;
const WRITE = { xml: scheduleXml, json: scheduleJson } as const;

/** The files of a released programme: calendars of all or a part of it, and the whole of it for other programs. */
export function publicFiles(app: Hono<AppEnv>, answer: AnswerPublic): void {
  app.get('/schedule/:file{[a-z0-9-]+[.](?:ics|xml|json)}', (c) => {
    const [slug = '', ending = ''] = c.req.param('file').split('.');
    if (ending === 'ics') return answer(c, slug, '/schedule/:event.ics', (asked) => calendar(asked, null));
    return answer(c, slug, `/schedule/:event.${ending}`, (asked) => whole(asked, ending as 'xml' | 'json'));
  });
  app.get(`/schedule/${EVENT}/:file{schedule[.](?:xml|json)}`, (c) => {
    const ending = c.req.param('file') === 'schedule.xml' ? 'xml' : 'json';
    return answer(c, c.req.param('event'), `/schedule/:event/schedule.${ending}`, (asked) => whole(asked, ending));
  });
  for (const [folder, kind] of [
    ['rooms', 'room'],
    ['themes', 'theme'],
    ['members', 'member'],
  ] as const) {
    app.get(`/schedule/${EVENT}/${folder}/:file{[a-z0-9-]+[.]ics}`, (c) =>
      answer(c, c.req.param('event'), `/schedule/:event/${folder}/:${kind}.ics`, (asked) =>
        calendar(asked, { kind, id: c.req.param('file').replace(/[.]ics$/, '') }),
      ),
    );
  }
}

/** One session's calendar file. */
export function sessionFile(asked: Asked, session: PublicSession): Made {
  return made(`session ${session.id}`, asked, 'ics', () => writeCalendar(asked, [session], null));
}

const BELONGS: Record<NonNullable<CalendarOf>['kind'], (session: PublicSession, id: string) => boolean> = {
  room: ({ room }, id) => room.slug === id,
  theme: ({ theme }, id) => theme === id,
  member: ({ hosts }, id) => hosts.some((host) => host.isMember && host.id === id),
};

/** All sessions, or those of a room, a theme or a member. Where nothing is on there is nothing to subscribe to. */
function calendar(asked: Asked, of: CalendarOf): Made {
  const { sessions } = asked.programme;
  const chosen = of === null ? sessions : sessions.filter((session) => BELONGS[of.kind](session, of.id));
  if (of !== null && chosen.length === 0) refuse('not-found', {});
  return made(of === null ? 'all' : `${of.kind} ${of.id}`, asked, 'ics', () => writeCalendar(asked, chosen, of));
}

function writeCalendar({ programme, params, site }: Asked, sessions: readonly PublicSession[], of: CalendarOf): string {
  return scheduleCalendar(programme, sessions, params.lang, site.publicUrl, of);
}

function whole(asked: Asked, ending: 'xml' | 'json'): Made {
  const { programme, params, site } = asked;
  return made(ending, asked, ending, () => WRITE[ending](programme, params.lang, site.publicUrl));
}

function made(what: string, { programme, params }: Asked, ending: keyof typeof TYPES, write: () => string): Made {
  return {
    key: `${what} ${params.lang} ${versionOf(programme)}`,
    make: () => finish(TYPES[ending], write()),
  };
}
