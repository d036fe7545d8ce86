import type { z } from 'zod';
import type { Db } from '#db/connect.ts';
import { roomsOfEvent } from '#db/queries/draft-schedule.ts';
import { papersOf } from '#db/queries/papers.ts';
import { eventForBoard } from '#db/queries/pass-board.ts';
import { eventOfSession, type SessionRow, sessionById, sessionsOfEvent } from '#db/queries/sessions.ts';
import { type Actor, isMember } from '#shared/actor.ts';
import type { ProgrammeSessionId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { SheetQuery, SheetView } from '#shared/schedule/sheet-contract.ts';
import { dayOf } from '#shared/time.ts';
import type { Ctx } from '../context.ts';
import { presentRoom, presentSession } from './present.ts';

/** The run sheet of one session: the office's, or of the municipality whose session it is. */
export function readSheet(ctx: Ctx, actor: Actor, id: ProgrammeSessionId): Promise<SheetView> {
  return ctx.database.read(actor, (db) => sheetOf(db, actor, id));
}

/** The same within a transaction. A session of others is not there, even for whoever takes part in it. */
export async function sheetOf(db: Db, actor: Actor, id: ProgrammeSessionId): Promise<SheetView> {
  const row = (await sessionById(db, id)) ?? refuse('not-found', {});
  if (isMember(actor) && row.memberId !== actor.memberId) refuse('not-found', {});
  const event = (await eventOfSession(db, id)) ?? refuse('not-found', {});
  const [sheet] = await sheets(db, { id: row.eventId, ...event }, [row]);
  return sheet ?? refuse('not-found', {});
}

/** The run sheets of what is placed on a day at the venue, room after room. */
export function listSheets(
  ctx: Ctx,
  actor: Actor,
  slug: string,
  { day, room }: z.output<typeof SheetQuery>,
): Promise<{ items: SheetView[] }> {
  return ctx.database.read(actor, async (db) => {
    const event = (await eventForBoard(db, slug)) ?? refuse('not-found', {});
    const rows = (await sessionsOfEvent(db, event.id)).filter(
      (row) =>
        row.state === 'planned' &&
        row.startsAt !== null &&
        dayOf(row.startsAt, event.timeZone) === day &&
        (room === undefined || row.roomId === room),
    );
    const items = await sheets(db, event, rows);
    const place = (sheet: SheetView) => sheet.room?.position ?? 0;
    const start = (sheet: SheetView) => sheet.session.slot?.startsAt ?? '';
    return { items: items.sort((a, b) => place(a) - place(b) || start(a).localeCompare(start(b))) };
  });
}

async function sheets(
  db: Db,
  event: { id: string; shortName: string; timeZone: string },
  rows: readonly SessionRow[],
): Promise<SheetView[]> {
  const rooms = rows.length > 0 ? await roomsOfEvent(db, event.id) : [];
  const papers = await papersOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => {
    const room = rooms.find((one) => one.id === row.roomId);
    const own = papers.find((one) => one.sessionId === row.id);
    return {
      session: presentSession(row),
      room: room ? presentRoom(room) : null,
      event: { shortName: event.shortName, timeZone: room?.timeZone ?? event.timeZone },
      reference: own?.reference ?? '',
      biographies: own?.biographies ?? [],
      questions: { ja: own?.questionsJa ?? '', en: own?.questionsEn ?? '' },
      items: own?.items ?? [],
    };
  });
}
