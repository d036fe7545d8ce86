import { eventForBoard } from '#db/queries/pass-board.ts';
import { insertSession } from '#db/queries/sessions.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import type { SessionInput, SessionView } from '#shared/schedule/contract.ts';
import type { Ctx } from '../context.ts';
import { readSession } from './open-session.ts';
import { recordSession } from './record-session.ts';
import { sessionText, writeParts } from './write-parts.ts';

/** Adds a session of a partner or of the pavilion itself, without a request behind it and without a place yet. */
export function addSession(ctx: Ctx, actor: Actor, slug: string, input: SessionInput): Promise<SessionView> {
  return ctx.database.write(actor, async (tx) => {
    const event = (await eventForBoard(tx, slug)) ?? refuse('not-found', {});
    const owner = { eventId: event.id, memberId: null, requestId: null, at: ctx.now() };
    const id = await insertSession(tx, owner, sessionText(input));
    await writeParts(tx, actor, event.id, id, input);
    const session = await readSession(tx, id);
    await recordSession(ctx, tx, actor, event.id, session, { action: 'add', to: 'planned' });
    return session;
  });
}
