import type { Hono } from 'hono';
import { refuse } from '#shared/problem.ts';
import { publicChangesView } from '#shared/schedule/public-changes.ts';
import type { PublicRenderer } from '#shared/schedule/public-renderer.ts';
import type { AppEnv } from '../context.ts';
import { atomFeed } from './atom-feed.ts';
import { createFindChanges } from './find-changes.ts';
import { type AnswerPublic, versionOf } from './public-asked.ts';
import { finish } from './public-cache.ts';

const EVENT = ':event{[a-z0-9-]+}';
const HTML = 'text/html; charset=utf-8';
const ATOM = 'application/atom+xml; charset=utf-8';

/** What each release changed, as a page for people and as a feed for their programs. */
export function publicChanges(app: Hono<AppEnv>, answer: AnswerPublic, renderer: PublicRenderer): void {
  const findChanges = createFindChanges();
  app.get(`/schedule/${EVENT}/changes`, (c) => {
    const slug = c.req.param('event');
    return answer(c, slug, '/schedule/:event/changes', async ({ programme, params, site }) => {
      const number = numberOf(c.req.query('release'));
      const history = await findChanges(c.get('ctx'), slug, programme);
      const view = publicChangesView(programme, history, number, params.lang, site) ?? refuse('not-found', {});
      const make = () => {
        const { html, style } = renderer.changes(view);
        return finish(HTML, html, style);
      };
      return { key: `changes ${view.shown.number} ${params.lang} ${versionOf(programme)}`, make };
    });
  });
  app.get(`/schedule/${EVENT}/changes.atom`, (c) => {
    const slug = c.req.param('event');
    return answer(c, slug, '/schedule/:event/changes.atom', async ({ programme, params, site }) => {
      const history = await findChanges(c.get('ctx'), slug, programme);
      const make = () => finish(ATOM, atomFeed(programme, history, params.lang, site.publicUrl));
      return { key: `feed ${params.lang} ${versionOf(programme)}`, make };
    });
  });
}

/** Whatever is no number is as if it were not there, so that no link ever breaks. */
function numberOf(asked: string | undefined): number | null {
  return asked !== undefined && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : null;
}
