import type { Context, Hono } from 'hono';
import { refuse } from '#shared/problem.ts';
import { readPaperCode } from '#shared/schedule/paper-code.ts';
import { publicBrief } from '#shared/schedule/public-brief.ts';
import { publicNowView } from '#shared/schedule/public-now.ts';
import { paperChanges, paperOf } from '#shared/schedule/public-paper.ts';
import type { PublicRenderer } from '#shared/schedule/public-renderer.ts';
import { publicTexts } from '#shared/schedule/public-texts.ts';
import { type PublicHtml, publicDayView } from '#shared/schedule/public-view.ts';
import { textsIn } from '#shared/text.ts';
import type { AppEnv } from '../context.ts';
import { scheduleCalendar } from './ical.ts';
import type { OlderRelease } from './older-releases.ts';
import { type AnswerPublic, type Asked, type Made, versionOf } from './public-asked.ts';
import { minuteOf } from './public-at-hand.ts';
import { type Finished, finish } from './public-cache.ts';
import { momentOf } from './public-moment.ts';

const EVENT = ':event{[a-z0-9-]+}';
const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json';
const CALENDAR = 'text/calendar; charset=utf-8';
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOST_CHOSEN = 100;

type Wants = { answer: AnswerPublic; renderer: PublicRenderer; older: OlderRelease };

/** The other views of a released programme: now and next, screens, frames, favourites, and what paper says. */
export function publicViews(app: Hono<AppEnv>, { answer, renderer, older }: Wants): void {
  const room = (c: Context<AppEnv>) => c.req.query('room') ?? null;

  app.get(`/schedule/${EVENT}/now`, (c) =>
    answer(c, c.req.param('event'), '/schedule/:event/now', (asked) => atNow(asked, 'now', room(c), renderer.now)),
  );
  app.get(`/schedule/${EVENT}/kiosk`, (c) =>
    answer(c, c.req.param('event'), '/schedule/:event/kiosk', (asked) => atNow(asked, 'kiosk', room(c), renderer.hall)),
  );
  app.get(`/schedule/${EVENT}/rooms/:room{[a-z0-9-]+}/door`, (c) =>
    answer(c, c.req.param('event'), '/schedule/:event/rooms/:room/door', (asked) => {
      const slug = c.req.param('room');
      if (!asked.programme.sessions.some((session) => session.room.slug === slug)) refuse('not-found', {});
      return atNow(asked, 'door', slug, renderer.door);
    }),
  );

  app.get(`/schedule/${EVENT}/mine`, (c) =>
    answer(c, c.req.param('event'), '/schedule/:event/mine', ({ programme, params: { lang }, site }) => ({
      key: `mine ${lang} ${versionOf(programme)}`,
      make: () => page(renderer.mine({ site, event: programme.event, release: programme.release, lang })),
    })),
  );
  app.get(`/schedule/${EVENT}/mine.ics`, (c) =>
    answer(c, c.req.param('event'), '/schedule/:event/mine.ics', ({ programme, params: { lang }, site }) => {
      const ids = new Set(
        (c.req.query('s') ?? '')
          .split('.')
          .filter((id) => ID.test(id))
          .slice(0, MOST_CHOSEN),
      );
      const chosen = programme.sessions.filter(({ id }) => ids.has(id));
      if (chosen.length === 0) refuse('not-found', {});
      return {
        key: `mine.ics ${lang} ${versionOf(programme)} ${[...ids].sort().join('.')}`,
        make: () => finish(CALENDAR, scheduleCalendar(programme, chosen, lang, site.publicUrl, null)),
      };
    }),
  );
  app.get(`/schedule/${EVENT}/brief.json`, (c) =>
    answer(c, c.req.param('event'), '/schedule/:event/brief.json', ({ programme, params: { lang } }) => ({
      key: `brief ${lang} ${versionOf(programme)}`,
      make: () => finish(JSON_TYPE, JSON.stringify(publicBrief(programme, lang, textsIn(publicTexts, lang).between))),
    })),
  );

  app.get(`/schedule/${EVENT}/embed`, (c) => {
    const hosts = c.get('ctx').settings.frameAncestors;
    if (hosts.length === 0) refuse('not-found', {});
    return answer(c, c.req.param('event'), '/schedule/:event/embed', ({ programme, params, query, now, site }) => ({
      key: `embed ${query} ${momentOf(programme, params.day, now)}`,
      make: () => {
        const { html, style } = renderer.embed(publicDayView(programme, params, now, site));
        return finish(HTML, html, style, hosts);
      },
    }));
  });

  // Whoever types a code sends it in a form; a code that was scanned is an address of its own.
  app.get(`/schedule/${EVENT}/paper`, (c) => {
    const code =
      (c.req.query('code') ?? '')
        .toUpperCase()
        .replace(/[^0-9A-Z]/g, '')
        .slice(0, 20) || '-';
    const lang = c.req.query('lang') === 'en' ? '?lang=en' : '';
    return c.redirect(`/schedule/${c.req.param('event')}/paper/${code}${lang}`);
  });
  app.get(`/schedule/${EVENT}/paper/:code{[0-9A-Za-z-]+}`, (c) =>
    answer(c, c.req.param('event'), '/schedule/:event/paper/:code', async ({ programme, params: { lang }, site }) => {
      const { event, release, sessions } = programme;
      const code = c.req.param('code').toUpperCase().slice(0, 20);
      const read = readPaperCode(code, event);
      const printed = read && (await older(c.get('ctx'), event.slug, read.release));
      const paper = read && printed ? paperOf(read, printed) : null;
      const about =
        paper && printed
          ? {
              release: paper.release,
              day: paper.day,
              words: paper.words,
              changes: paperChanges(paper, printed, sessions, lang),
            }
          : null;
      return {
        key: `paper ${about ? code : '-'} ${lang} ${versionOf(programme)}`,
        make: () => page(renderer.paper({ site, event, release, lang, code, paper: about })),
      };
    }),
  );
}

/** A view of the very minute. */
function atNow(
  { programme, params: { lang }, now, site }: Asked,
  path: string,
  room: string | null,
  render: (view: ReturnType<typeof publicNowView>) => PublicHtml,
): Made {
  // A room that is not there is as if none had been named: no link ever breaks.
  const known = programme.sessions.some((session) => session.room.slug === room) ? room : null;
  return {
    key: `${path} ${known ?? ''} ${lang} ${versionOf(programme)} ${minuteOf(now)}`,
    make: () => page(render(publicNowView(programme, { lang, path, room: known }, now, site))),
  };
}

export function page({ html, style }: PublicHtml): Finished {
  return finish(HTML, html, style);
}
