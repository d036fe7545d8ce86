import { releasedByNumber } from '#db/queries/public-releases.ts';
import { thePublic } from '#server/who.ts';
import type { PublicSession } from '#shared/schedule/contract.ts';
import type { Ctx } from '../context.ts';

/** What an event showed in an older release; null when there is none of that number. */
export type OlderRelease = (ctx: Ctx, slug: string, number: number) => Promise<readonly PublicSession[] | null>;

const MOST_KEPT = 8;

/** Reads older releases, and keeps the few asked for last: they never change. */
export function createOlderReleases(): OlderRelease {
  const kept = new Map<string, readonly PublicSession[]>();
  return async (ctx, slug, number) => {
    const key = `${slug} ${number}`;
    const known = kept.get(key);
    if (known) return known;
    const found = await ctx.database.read(thePublic, (db) => releasedByNumber(db, slug, number));
    if (!found) return null;
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
    kept.set(key, found);
    return found;
  };
}
