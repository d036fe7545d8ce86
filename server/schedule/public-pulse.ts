import type { Context, Hono } from 'hono';
import { refuse } from '#shared/problem.ts';
import { changesBetween } from '#shared/schedule/release-changes.ts';
import type { AppEnv } from '../context.ts';
import type { OlderRelease } from './older-releases.ts';
import type { FindProgramme } from './public-programme.ts';

/** What a page that is open asks now and then: which release is public, what time it is, and how much is new to it. */
export type Pulse = {
  release: number;
  /** The desk's time; the demonstration's is not the wall's. */
  now: string;
  /** Sessions that differ from the release the visitor saw last; null when that is not known. */
  changed: number | null;
};

/** Never kept by anybody: it tells a page whether it is still right, and that there is a network at all. */
export function publicPulse(app: Hono<AppEnv>, find: FindProgramme, older: OlderRelease): void {
  app.get('/schedule/:event{[a-z0-9-]+}/pulse.json', async (c: Context<AppEnv>) => {
    const ctx = c.get('ctx');
    c.get('record').route = '/schedule/:event/pulse.json';
    const slug = c.req.param('event') ?? '';
    const programme = (await find(ctx, slug))?.programme ?? refuse('not-found', {});
    const { number } = programme.release;
    const since = Number(c.req.query('since') ?? number);
    let changed: number | null = since === number ? 0 : null;
    if (Number.isInteger(since) && since > 0 && since < number) {
      // Without the database nobody knows; the page is of use all the same.
      const seen = await older(ctx, slug, since).catch(() => null);
      changed = seen ? changesBetween(seen, programme.sessions).length : null;
    }
    const pulse: Pulse = { release: number, now: ctx.now().toISOString(), changed };
    return c.json(pulse, 200, { 'cache-control': 'no-store' });
  });
}
