import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { delegateName } from '#db/queries/authorities.ts';
import type { MessageId, RequestId } from '#shared/ids.ts';
import type { Bilingual } from '#shared/lang.ts';
import type { MessageView } from '#shared/requests/contract.ts';

export type MessageRow = {
  id: MessageId;
  kind: MessageView['kind'];
  fromOffice: boolean;
  author: string;
  principal: Bilingual | null;
  body: string;
  at: Date;
};
export type NoteRow = Pick<MessageRow, 'id' | 'author' | 'body' | 'at'>;

/** The conversation with the municipality, oldest first. Whether the reader may know of the request is asked before. */
export async function messagesOf(db: Db, requestId: RequestId): Promise<MessageRow[]> {
  const rows = await db
    .selectFrom('message')
    .innerJoin('account', 'account.id', 'message.authorId')
    .leftJoin('delegate as d', 'd.id', 'message.principalId')
    .select(['message.id', 'kind', 'fromOffice', 'account.name as author', 'body', 'message.createdAt as at'])
    .select(sql<Bilingual | null>`case when d.id is not null then ${delegateName} end`.as('principal'))
    .where('requestId', '=', requestId)
    .orderBy('message.createdAt')
    .orderBy('message.id')
    .execute();
  return rows as MessageRow[];
}

/** Adds to the conversation and answers the message's id. */
export async function insertMessage(
  tx: Tx,
  message: {
    requestId: string;
    memberId: string;
    authorId: string;
    principalId: string | null;
    fromOffice: boolean;
    kind: MessageView['kind'];
    body: string;
    at: Date;
  },
): Promise<MessageId> {
  const { at, ...rest } = message;
  const id = newId() as MessageId;
  await tx
    .insertInto('message')
    .values({ id, ...rest, createdAt: at })
    .execute();
  return id;
}

/** Takes a decision's message back together with the decision. */
export async function deleteMessage(tx: Tx, requestId: RequestId, id: string): Promise<void> {
  await tx.deleteFrom('message').where('id', '=', id).where('requestId', '=', requestId).execute();
}

/** The office's notes to itself, oldest first. Never for a municipality. */
export async function notesOf(db: Db, requestId: RequestId): Promise<NoteRow[]> {
  const rows = await db
    .selectFrom('internalNote')
    .innerJoin('account', 'account.id', 'internalNote.authorId')
    .select(['internalNote.id', 'account.name as author', 'body', 'internalNote.createdAt as at'])
    .where('requestId', '=', requestId)
    .orderBy('internalNote.createdAt')
    .orderBy('internalNote.id')
    .execute();
  return rows as NoteRow[];
}

/** Adds an internal note and answers its id. */
export async function insertNote(
  tx: Tx,
  note: { requestId: string; authorId: string; body: string; at: Date },
): Promise<MessageId> {
  const { at, ...rest } = note;
  const id = newId() as MessageId;
  await tx
    .insertInto('internalNote')
    .values({ id, ...rest, createdAt: at })
    .execute();
  return id;
}
