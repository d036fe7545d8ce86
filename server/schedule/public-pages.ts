import { Hono } from 'hono';
import { refuse } from '#shared/problem.ts';
import { calendarsView } from '#shared/schedule/public-calendars.ts';
import { publicQuery, readPublicParams } from '#shared/schedule/public-params.ts';
import type { PublicRenderer } from '#shared/schedule/public-renderer.ts';
import {
  type PublicHtml,
  type PublicSite,
  publicDayView,
  shownSession,
  todayIn,
} from '#shared/schedule/public-view.ts';
import type { AppEnv } from '../context.ts';
import type { KeptProgrammes } from './kept-programmes.ts';
import { createOlderReleases } from './older-releases.ts';
import { type AnswerPublic, type Made, versionOf } from './public-asked.ts';
import { type AtHand, createAtHand, minuteOf } from './public-at-hand.ts';
import { createPageCache } from './public-cache.ts';
import { publicChanges } from './public-changes.ts';
import { publicFiles, sessionFile } from './public-files.ts';
import { momentOf } from './public-moment.ts';
import { createFindProgramme } from './public-programme.ts';
import { publicPulse } from './public-pulse.ts';
import { send } from './public-send.ts';
import { page, publicViews } from './public-views.ts';
import { publicWorker } from './public-worker.ts';

const EVENT = ':event{[a-z0-9-]+}';

/** The pages, and those of them that can be sent without asking anybody. */
export type PublicPages = Hono<AppEnv> & { atHand: AtHand };

/** The pages and calendar files of released programmes. They read nothing but releases, and know no cookie. */
export function publicPages(
  renderer: PublicRenderer,
  files: Omit<PublicSite, 'publicUrl'>,
  worker: string | null = null,
  disk: KeptProgrammes | null = null,
): PublicPages {
  const app = new Hono<AppEnv>();
  const findProgramme = createFindProgramme(disk);
  const cache = createPageCache();
  const atHand = createAtHand((ctx, slug) => findProgramme.known(ctx, slug)?.programme ?? null);
  const asked = rememberLast(1_000, (url: string) => {
    const params = readPublicParams(new URL(url).searchParams);
    return { params, query: publicQuery(params) };
  });

  /** What all public addresses have in common: an event, a language, and an answer that is made once. */
  const answer: AnswerPublic = async (c, slug, route, made) => {
    const ctx = c.get('ctx');
    c.get('record').route = route;
    const { params, query } = asked(c.req.url);
    if (c.req.query('lang')) c.set('lang', params.lang);
    const { publicUrl, publicOffline } = ctx.settings;
    const site = { publicUrl, offline: publicOffline && worker !== null, ...files };
    const { event, programme } = (await findProgramme(ctx, slug)) ?? refuse('not-found', {});
    const { key, make } = programme
      ? await made({ programme, params, query, now: ctx.now(), site })
      : notYet(route, `${event.slug} ${params.lang}`, () => renderer.unreleased({ site, event, lang: params.lang }));
    const page = cache.of(key, make);
    if (programme) atHand.keep(c.req.url, { programme, slug, route, page, minute: minuteOf(ctx.now()) });
    return send(c, page);
  };

  app.get(`/schedule/${EVENT}`, (c) =>
    answer(c, c.req.param('event'), ROUTES.day, ({ programme, params, query, now, site }) => ({
      key: `day ${query} ${momentOf(programme, params.day, now)}`,
      make: () => page(renderer.day(publicDayView(programme, params, now, site))),
    })),
  );

  app.get(`/schedule/${EVENT}/sessions/:file`, (c) =>
    answer(c, c.req.param('event'), ROUTES.session, (asked) => {
      const file = c.req.param('file');
      const id = file.replace(/[.]ics$/, '');
      const { programme, params, now, site } = asked;
      const session = programme.sessions.find((one) => one.id === id) ?? refuse('not-found', {});
      if (id !== file) return sessionFile(asked, session);
      const { event, release } = programme;
      const { lang } = params;
      const today = todayIn(programme, now) === session.day;
      return {
        key: `session ${id} ${lang} ${momentOf(programme, session.day, now)}`,
        make: () => {
          const shown = shownSession(session, lang, now, today, programme.marks);
          return page(renderer.session({ site, event, release, lang, shown }));
        },
      };
    }),
  );

  app.get(`/schedule/${EVENT}/calendars`, (c) =>
    answer(c, c.req.param('event'), '/schedule/:event/calendars', ({ programme, params, site }) => ({
      key: `calendars ${params.lang} ${versionOf(programme)}`,
      make: () => page(renderer.calendars(calendarsView(programme, params.lang, site))),
    })),
  );

  publicFiles(app, answer);
  const older = createOlderReleases();
  publicViews(app, { answer, renderer, older });
  publicWorker(app, worker);
  publicPulse(app, findProgramme, older);
  publicChanges(app, answer, renderer);
  return Object.assign(app, { atHand: atHand.answer });
}

/** As the log calls them. */
const ROUTES = {
  day: '/schedule/:event',
  session: '/schedule/:event/sessions/:id',
};

/** Before the first release there is one page that says so, and nothing else. */
function notYet(route: string, key: string, render: () => PublicHtml): Made {
  if (route !== ROUTES.day) refuse('not-found', {});
  return { key: `unreleased ${key}`, make: () => page(render()) };
}

/** Remembers the answers to what was asked last; most visitors ask for the same few addresses. */
function rememberLast<Answer>(most: number, ask: (key: string) => Answer): (key: string) => Answer {
  const known = new Map<string, Answer>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const answer = ask(key);
    known.set(key, answer);
    return answer;
  };
}
