import { newId } from '#db/id.ts';
import type { PublicProgramme } from '#shared/schedule/public-view.ts';
import type { Ctx } from '../context.ts';
import { encodingFor } from '../http/compress.ts';
import { secure } from '../http/security-headers.ts';
import type { Encoding, Finished } from './public-cache.ts';
import { etagOf, headersOf, holds } from './public-send.ts';

/** An answer that is right at this moment and lies ready, with what the log says of it; null when one has to ask. */
export type AtHand = (ctx: Ctx, asked: Asked) => { response: Response; route: string; requestId: string } | null;
/** As little of a request as the answer depends on. */
export type Asked = { method: string; url: string; header: (name: string) => string | null };

type Ready = {
  programme: PublicProgramme;
  slug: string;
  route: string;
  page: Finished;
  minute: number;
  headers?: Partial<Record<Encoding, Record<200 | 304, Record<string, string>>>>;
};

const MOST = 1_000;
const MINUTE = 60_000;

/** The minute an instant lies in, counted from 1970. */
export function minuteOf(instant: Date): number {
  return Math.floor(instant.getTime() / MINUTE);
}

/**
 * Answers again what was answered in this minute and of this very programme. When a hall full of people opens the same
 * page, all but the first of them are served here, with everything on the answer that the frame would put there.
 */
export function createAtHand(knownProgramme: (ctx: Ctx, slug: string) => PublicProgramme | null): {
  keep: (url: string, ready: Ready) => void;
  answer: AtHand;
} {
  const byUrl = new Map<string, Ready>();
  // One number for all and a count: a new number for each would cost as much as the rest of the answer.
  const series = newId();
  let answers = 0;
  return {
    keep(url, ready) {
      if (byUrl.get(url)?.page === ready.page) ready.headers = byUrl.get(url)?.headers ?? {};
      if (byUrl.size >= MOST) byUrl.clear();
      byUrl.set(url, ready);
    },
    answer(ctx, { method, url, header }) {
      const ready = method === 'GET' ? byUrl.get(url) : undefined;
      if (!ready || ready.minute !== minuteOf(ctx.now())) return null;
      if (knownProgramme(ctx, ready.slug) !== ready.programme) return null;
      const encoding = encodingFor(header('accept-encoding') ?? '') ?? 'plain';
      const body = ready.page.bodies[encoding];
      if (!body) return null;
      answers += 1;
      const requestId = `${series}-${answers}`;
      const status = holds(header('if-none-match'), etagOf(ready.page, encoding)) ? 304 : 200;
      ready.headers ??= {};
      ready.headers[encoding] ??= complete(ready.page, encoding, ctx.settings.publicUrl);
      const headers = { ...ready.headers[encoding][status], 'x-request-id': requestId };
      const response = new Response(status === 304 ? null : body, { status, headers });
      return { response, route: ready.route, requestId };
    },
  };
}

/** The headers of the answer with and without its body. */
function complete(page: Finished, encoding: Encoding, publicUrl: string): Record<200 | 304, Record<string, string>> {
  const headers = new Headers({ ...headersOf(page, encoding), vary: 'Accept-Encoding' });
  secure(headers, 'public', publicUrl);
  const whole = Object.fromEntries(headers);
  // The browser keeps what it has stored but for what is said anew: the whole list would be longer than the answer.
  const short = ['etag', 'cache-control', 'vary'].map((name) => [name, headers.get(name) ?? '']);
  return { 200: whole, 304: Object.fromEntries(short) };
}
