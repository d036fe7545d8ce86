import { type ReleaseContent, releasesFrom } from '#db/queries/release-history.ts';
import { thePublic } from '#server/who.ts';
import type { PublicHistory, PublicRelease } from '#shared/schedule/public-release.ts';
import type { PublicProgramme } from '#shared/schedule/public-view.ts';
import { changesBetween } from '#shared/schedule/release-changes.ts';
import type { Ctx } from '../context.ts';

/** So many releases are remembered with what they changed; what is older is history. */
const MOST = 60;

type Kept = { history: PublicHistory; latest: ReleaseContent };
export type FindChanges = (ctx: Ctx, slug: string, programme: PublicProgramme) => Promise<PublicHistory>;

/**
 * Finds what each release of an event changed. Releases never change, so each is compared once with the one before it;
 * after that only a new release is read.
 */
export function createFindChanges(): FindChanges {
  const kept = new Map<string, Kept>();
  const looking = new Map<string, Promise<Kept>>();
  return async (ctx, slug, { release }) => {
    const known = kept.get(slug);
    if (known?.latest.id === release.id) return known.history;
    const begun = looking.get(slug) ?? look(ctx, slug, release.number, known).finally(() => looking.delete(slug));
    looking.set(slug, begun);
    const found = await begun;
    kept.set(slug, found);
    return found.history;
  };
}

async function look(ctx: Ctx, slug: string, latest: number, known: Kept | undefined): Promise<Kept> {
  const from = known ? known.latest.number + 1 : Math.max(1, latest - MOST);
  const contents = await ctx.database.read(thePublic, (db) => releasesFrom(db, slug, from));
  const [oldest] = contents;
  let before = known?.latest ?? (oldest && oldest.number > 1 ? oldest : undefined);
  const releases: PublicRelease[] = [...(known?.history.releases ?? [])];
  for (const content of contents) {
    // The oldest one that is read only says what the next one changed, unless it is the very first.
    if (content !== before) releases.unshift(compared(before, content));
    before = content;
  }
  if (!before) throw new Error('A programme was found, but none of its releases.');
  return { history: { eventId: before.eventId, releases: releases.slice(0, MOST) }, latest: before };
}

function compared(before: ReleaseContent | undefined, content: ReleaseContent): PublicRelease {
  const changed = changesBetween(before?.sessions ?? [], content.sessions);
  const sessions = new Map([...(before?.sessions ?? []), ...content.sessions].map((one) => [one.id as string, one]));
  return {
    ...{ id: content.id, number: content.number, releasedAt: content.releasedAt, changed },
    comment: { ja: content.commentJa, en: content.commentEn },
    first: before === undefined,
    sessions: content.sessions.length,
    shown: new Map(changed.flatMap(({ id }) => [...one(sessions, id)])),
  };
}

function one<Value>(of: ReadonlyMap<string, Value>, id: string): [string, Value][] {
  const found = of.get(id);
  return found === undefined ? [] : [[id, found]];
}
