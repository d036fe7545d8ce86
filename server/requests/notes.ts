import { insertNote, notesOf } from '#db/queries/conversation.ts';
import { writeHistory } from '#db/queries/history.ts';
import { findRequest } from '#db/queries/requests.ts';
import type { Ctx } from '#server/context.ts';
import type { Actor } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { NoteView } from '#shared/requests/contract.ts';
import { subjectOf } from './advance.ts';
import { presentNote } from './present.ts';

/** The office's internal notes, oldest first. */
export function listNotes(ctx: Ctx, actor: Actor, id: RequestId): Promise<{ items: NoteView[] }> {
  return ctx.database.read(actor, async (db) => {
    if (!(await findRequest(db, actor, id))) refuse('not-found', {});
    return { items: (await notesOf(db, id)).map(presentNote) };
  });
}

/** Writes an internal note: nobody is told, and the municipality never sees it. */
export function writeNote(ctx: Ctx, actor: Actor, id: RequestId, { body }: { body: string }): Promise<NoteView> {
  return ctx.database.write(actor, async (tx) => {
    const request = (await findRequest(tx, actor, id)) ?? refuse('not-found', {});
    const at = ctx.now();
    const noteId = await insertNote(tx, { requestId: id, authorId: actor.accountId ?? '', body, at });
    await writeHistory(tx, { at, actor, ...subjectOf(request), action: 'note', details: { noteId } });
    return presentNote({ id: noteId, author: actor.name, body, at });
  });
}
