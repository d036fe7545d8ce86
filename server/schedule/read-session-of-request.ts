import { roomById } from '#db/queries/draft-schedule.ts';
import { findRequest } from '#db/queries/requests.ts';
import { sessionOfRequest } from '#db/queries/sessions.ts';
import type { Actor } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { SessionView } from '#shared/schedule/contract.ts';
import type { Ctx } from '../context.ts';
import { presentSession } from './present.ts';

type Answer = {
  session: SessionView | null;
  room: { name: string; nameEn: string; timeZone: string } | null;
};

/** The session of a request and the room it is in, for whoever may see the request. */
export function readSessionOfRequest(ctx: Ctx, actor: Actor, id: RequestId): Promise<Answer> {
  return ctx.database.read(actor, async (db) => {
    if (!(await findRequest(db, actor, id))) refuse('not-found', {});
    const row = await sessionOfRequest(db, id);
    if (!row) return { session: null, room: null };
    const room = row.roomId ? await roomById(db, row.roomId) : undefined;
    return {
      session: presentSession(row),
      room: room ? { name: room.nameJa, nameEn: room.nameEn, timeZone: room.timeZone } : null,
    };
  });
}
