import type { Db } from '#db/connect.ts';
import { roomById } from '#db/queries/draft-schedule.ts';
import { jointWith } from '#db/queries/proposals.ts';
import { findRequest, type RequestRecord } from '#db/queries/requests.ts';
import { sessionById, sessionOfRequest } from '#db/queries/sessions.ts';
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
    const request = (await findRequest(db, actor, id)) ?? refuse('not-found', {});
    const row = (await sessionOfRequest(db, id)) ?? (await jointSession(db, request));
    if (!row) return { session: null, room: null };
    const room = row.roomId ? await roomById(db, row.roomId) : undefined;
    return {
      session: presentSession(row),
      room: room ? { name: room.nameJa, nameEn: room.nameEn, timeZone: room.timeZone } : null,
    };
  });
}

/** The session that a joint proposal shares with the one that leads it, as far as the reader may see it. */
async function jointSession(db: Db, { id, callId }: RequestRecord) {
  const shared = callId === null ? null : (await jointWith(db, id))[0]?.sessionId;
  const row = shared ? await sessionById(db, shared) : undefined;
  return row?.state === 'planned' ? row : undefined;
}
