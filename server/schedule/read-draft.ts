import { commitmentsOfEvent } from '#db/queries/commitments.ts';
import { daysOfEvent, type RoomRow, roomsOfEvent } from '#db/queries/draft-schedule.ts';
import { eventForBoard } from '#db/queries/pass-board.ts';
import { latestContent, releasesOf } from '#db/queries/releases.ts';
import { holdsOfRooms } from '#db/queries/rooms-held.ts';
import { type SessionRow, sessionsOfEvent } from '#db/queries/sessions.ts';
import type { Actor } from '#shared/actor.ts';
import { delegateOfHold } from '#shared/clashes/holder.ts';
import type { DelegateId, RoomId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { DraftView, PublicSession } from '#shared/schedule/contract.ts';
import { type NextRelease, nextRelease } from '#shared/schedule/release.ts';
import type { Ctx } from '../context.ts';
import { presentRelease, presentRoom, presentSession, publicSession } from './present.ts';

/** The whole draft: what is placed where, what is not yet, and how much a release made now would change. */
export function readDraft(ctx: Ctx, actor: Actor, slug: string): Promise<DraftView> {
  return ctx.database.read(actor, async (db) => {
    const event = (await eventForBoard(db, slug)) ?? refuse('not-found', {});
    const days = await daysOfEvent(db, event.id);
    const every = await roomsOfEvent(db, event.id);
    const rooms = every.filter((room) => room.purpose === 'session');
    const sessions = await sessionsOfEvent(db, event.id);
    const holds = await holdsOfRooms(
      db,
      rooms.map((room) => room.id),
    );
    const [latest] = await releasesOf(db, event.id, 1);
    const { changed } = releaseOf(sessions, every, await latestContent(db, event.id));
    return {
      timeZone: event.timeZone,
      days: days.map(({ day, rest, themeJa, themeEn }) => ({ day, rest, theme: { ja: themeJa, en: themeEn } })),
      rooms: rooms.map(presentRoom),
      sessions: sessions.map(presentSession),
      otherHolds: holds
        .filter((hold) => hold.meetingId !== null)
        .map(({ roomId, startsAt, endsAt }) => ({
          roomId: roomId as RoomId,
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
        })),
      elsewhere: (await commitmentsOfEvent(db, event.id))
        .filter((one) => one.kind !== 'session')
        .map(({ label, holds, startsAt, endsAt }) => ({
          ...{ label, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
          delegateIds: holds.flatMap((hold) => (delegateOfHold(hold) ?? []) as DelegateId | []),
        })),
      latestRelease: latest ? presentRelease(latest) : null,
      changed: changed.length,
    };
  });
}

/** What a release made now would show, and what it would change of the latest one's `before`. */
export function releaseOf(
  sessions: readonly SessionRow[],
  rooms: readonly RoomRow[],
  before: readonly PublicSession[],
): NextRelease {
  const draft = sessions.map((row) => ({
    id: row.id,
    cancelled: row.state === 'cancelled',
    shown: publicSession(row, rooms),
  }));
  return nextRelease(draft, before);
}
