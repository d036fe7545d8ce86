import { setTimeout as wait } from 'node:timers/promises';
import type { Db } from '#db/connect.ts';
import { releasedByNumber, releaseStandingAt } from '#db/queries/public-releases.ts';
import { latestRelease, publicEvent, type PublicEvent as Row, releasedAll } from '#db/queries/public-schedule.ts';
import { thePublic } from '#server/who.ts';
import { daysOfProgramme, type PublicEvent } from '#shared/schedule/public-days.ts';
import { MARKED_DAYS, marksBetween } from '#shared/schedule/public-marks.ts';
import type { PublicProgramme } from '#shared/schedule/public-view.ts';
import type { Ctx } from '../context.ts';
import type { KeptProgrammes } from './kept-programmes.ts';

/** What the public may know of an address: nothing, an event, or an event with its latest release. */
export type Found = { event: PublicEvent; programme: PublicProgramme | null } | null;
export type FindProgramme = {
  (ctx: Ctx, slug: string): Promise<Found>;
  /** What was found within the last second, or null: it is known without waiting. */
  known: (ctx: Ctx, slug: string) => Found;
};

const LOOK_AGAIN_MS = 1_000;
const PATIENCE_MS = 300;
const DAY_MS = 86_400_000;

/**
 * Finds the latest release of an event, looking at most once a second, and keeps its sessions in memory: a release
 * never changes, and events are few. While the database is away or slow, what was found last goes on being shown.
 */
export function createFindProgramme(disk: KeptProgrammes | null = null): FindProgramme {
  const kept = new Map<string, { found: Found; lookedAt: number }>();
  const looking = new Map<string, Promise<Found>>();

  function lookOnce(ctx: Ctx, slug: string, known: Found, now: number): Promise<Found> {
    const begun = looking.get(slug);
    if (begun) return begun;
    const begins = look(ctx, slug, known)
      .then((found) => {
        if (found?.programme) disk?.keep(found.programme, ctx.now());
        return found;
      })
      .catch((error: unknown) => known ?? fromDisk(slug) ?? Promise.reject(error))
      .then((found) => {
        // Names of events that do not exist are without number, so they are not remembered.
        if (found) kept.set(slug, { found, lookedAt: now });
        else kept.delete(slug);
        return found;
      })
      .finally(() => looking.delete(slug));
    looking.set(slug, begins);
    return begins;
  }

  function fromDisk(slug: string): Found {
    const programme = disk?.read(slug) ?? null;
    return programme && { event: programme.event, programme };
  }

  const isFresh = (lookedAt: number, now: number) => Math.abs(now - lookedAt) < LOOK_AGAIN_MS;
  const find = async (ctx: Ctx, slug: string) => {
    const known = kept.get(slug);
    const now = ctx.realNow().getTime();
    if (known && isFresh(known.lookedAt, now)) return known.found;
    const found = lookOnce(ctx, slug, known?.found ?? null, now);
    return known ? Promise.race([found, wait(PATIENCE_MS, known.found, { ref: false })]) : found;
  };
  return Object.assign(find, {
    known(ctx: Ctx, slug: string) {
      const known = kept.get(slug);
      return known && isFresh(known.lookedAt, ctx.realNow().getTime()) ? known.found : null;
    },
  });
}

async function look(ctx: Ctx, slug: string, known: Found): Promise<Found> {
  return ctx.database.read(thePublic, async (db) => {
    const latest = await latestRelease(db, slug);
    if (!latest) {
      const event = await publicEvent(db, slug);
      return event && { event: present(event), programme: null };
    }
    const event = present(latest.event);
    const before = known?.programme?.release;
    const same = before?.keptAt === undefined && before?.id === latest.release.id;
    const sessions = same && known?.programme ? known.programme.sessions : await releasedAll(db, latest.release.id);
    const days = latest.days.map(({ day, themeJa, themeEn, rest }) => ({
      day,
      theme: { ja: themeJa, en: themeEn },
      rest,
    }));
    const { id, number, releasedAt } = latest.release;
    const marks = same ? known?.programme?.marks : await marksOf(db, latest, sessions);
    const programme = {
      event,
      days: daysOfProgramme(event, days, sessions),
      release: { id, number, releasedAt },
      sessions: same ? sessions : [...sessions].sort(byTimeAndRoom),
      ...(marks ? { marks } : {}),
    };
    // The same thing stays the same object, so that what was drawn of it is known to be right still.
    return same && isSame(known?.programme, programme) ? known : { event, programme };
  });
}

/** What the releases of the last days changed; it depends on the release alone, so that a page stays right with it. */
async function marksOf(
  db: Db,
  { event, release }: NonNullable<Awaited<ReturnType<typeof latestRelease>>>,
  sessions: PublicProgramme['sessions'],
) {
  const before = new Date(release.releasedAt.getTime() - MARKED_DAYS * DAY_MS);
  const number = await releaseStandingAt(db, event.id, before);
  if (number === null || number === release.number) return undefined;
  const then = await releasedByNumber(db, event.slug, number);
  return then ? marksBetween(then, sessions) : undefined;
}

function isSame(a: PublicProgramme | null | undefined, b: PublicProgramme): boolean {
  return JSON.stringify([a?.event, a?.days]) === JSON.stringify([b.event, b.days]);
}

function byTimeAndRoom(a: PublicProgramme['sessions'][number], b: PublicProgramme['sessions'][number]): number {
  return Date.parse(a.startsAt) - Date.parse(b.startsAt) || a.room.position - b.room.position;
}

function present(row: Row): PublicEvent {
  return {
    slug: row.slug,
    shortName: row.shortName,
    name: { ja: row.nameJa, en: row.nameEn },
    city: { ja: row.cityJa, en: row.cityEn },
    country: { ja: row.countryJa, en: row.countryEn },
    venue: { ja: row.venueJa, en: row.venueEn },
    pavilion: { ja: row.pavilionJa, en: row.pavilionEn },
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    timeZone: row.timeZone,
  };
}
