import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { PublicParams } from '#shared/schedule/public-params.ts';
import type { PublicProgramme, PublicSite } from '#shared/schedule/public-view.ts';
import type { AppEnv } from '../context.ts';
import type { Finished } from './public-cache.ts';

/** What a public address asks for, of a programme that was found. */
export type Asked = { programme: PublicProgramme; params: PublicParams; query: string; now: Date; site: PublicSite };
/** An answer, and the name under which it may be given again. */
export type Made = { key: string; make: () => Finished };
/** Answers an address of an event; `route` is what the log calls it. */
export type AnswerPublic = (
  c: Context<AppEnv>,
  slug: string,
  route: string,
  made: (asked: Asked) => Made | Promise<Made>,
) => Promise<Response>;

const versions = new WeakMap<PublicProgramme, string>();

/** A name for all that a programme shows besides the present: another release, or another word about the event. */
export function versionOf(programme: PublicProgramme): string {
  let version = versions.get(programme);
  if (version === undefined) {
    const { event, days, release } = programme;
    version = createHash('sha256')
      .update(JSON.stringify([release.id, release.keptAt, event, days]))
      .digest('base64url');
    versions.set(programme, version);
  }
  return version;
}
