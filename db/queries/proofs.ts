import type { Db, Tx } from '#db/connect.ts';
import type { PublicSession } from '#shared/schedule/contract.ts';

export type ProofRow = {
  sessionId: string;
  memberId: string;
  nameJa: string;
  nameEn: string;
  content: PublicSession;
  contentHash: Buffer;
  answerBy: Date;
  sentAt: Date;
  sentBy: string;
  remindedAt: Date | null;
  answer: 'fine' | 'correct' | null;
  comment: string;
  answeredAt: Date | null;
  answeredBy: string;
  version: number;
};

function proofs(db: Db, eventId: string) {
  return db
    .selectFrom('sessionProof as p')
    .innerJoin('organisation as o', 'o.id', 'p.memberId')
    .leftJoin('account as a', 'a.id', 'p.answeredBy')
    .select(['p.sessionId', 'p.memberId', 'o.nameJa', 'o.nameEn', 'p.content', 'p.contentHash', 'p.answerBy'])
    .select(['p.sentAt', 'p.sentBy', 'p.remindedAt', 'p.answer', 'p.comment', 'p.answeredAt', 'p.version'])
    .select((eb) => eb.fn.coalesce('a.name', eb.val('')).as('answeredBy'))
    .where('p.eventId', '=', eventId)
    .$castTo<ProofRow>();
}

/** Every proof of an event, by municipality and the order in which sessions were made. */
export async function proofsOfEvent(db: Db, eventId: string): Promise<ProofRow[]> {
  return proofs(db, eventId).orderBy('p.memberId').orderBy('p.sessionId').execute();
}

/** The proofs sent to one municipality, or that of one session. */
export async function proofsOfMember(
  db: Db,
  eventId: string,
  memberId: string,
  sessionId?: string,
): Promise<ProofRow[]> {
  const query = proofs(db, eventId).where('p.memberId', '=', memberId).orderBy('p.sessionId');
  return (sessionId ? query.where('p.sessionId', '=', sessionId) : query).execute();
}

/** Locks one municipality's proof of a session, or answers undefined. */
export async function lockProof(tx: Tx, sessionId: string, memberId: string) {
  return tx
    .selectFrom('sessionProof')
    .select(['eventId', 'sentBy', 'version'])
    .where('sessionId', '=', sessionId)
    .where('memberId', '=', memberId)
    .forUpdate()
    .executeTakeFirst();
}

export type ProofToSend = { sessionId: string; memberId: string; content: PublicSession; contentHash: Buffer };

/** Sends proofs, or sends them anew: what was answered to an earlier one is taken back. */
export async function sendProofs(
  tx: Tx,
  of: { eventId: string; answerBy: Date; sentAt: Date; sentBy: string },
  proofs: readonly ProofToSend[],
): Promise<void> {
  if (proofs.length === 0) return;
  await tx
    .insertInto('sessionProof')
    .values(proofs.map(({ content, ...proof }) => ({ ...of, ...proof, content: JSON.stringify(content) })))
    .onConflict((conflict) =>
      conflict.columns(['sessionId', 'memberId']).doUpdateSet((eb) => ({
        content: eb.ref('excluded.content'),
        contentHash: eb.ref('excluded.contentHash'),
        answerBy: eb.ref('excluded.answerBy'),
        sentAt: eb.ref('excluded.sentAt'),
        sentBy: eb.ref('excluded.sentBy'),
        ...{ answer: null, comment: '', answeredAt: null, answeredBy: null, remindedAt: null },
        version: eb('sessionProof.version', '+', 1),
      })),
    )
    .execute();
}

/** Writes a municipality's answer to a locked proof. */
export async function writeAnswer(
  tx: Tx,
  of: { sessionId: string; memberId: string },
  answer: { answer: 'fine' | 'correct'; comment: string; answeredAt: Date; answeredBy: string },
): Promise<void> {
  await tx
    .updateTable('sessionProof')
    .set((eb) => ({ ...answer, version: eb('version', '+', 1) }))
    .where('sessionId', '=', of.sessionId)
    .where('memberId', '=', of.memberId)
    .execute();
}

/** Notes that a municipality was reminded of some proofs. */
export async function markReminded(tx: Tx, memberId: string, sessionIds: readonly string[], at: Date): Promise<void> {
  await tx
    .updateTable('sessionProof')
    .set({ remindedAt: at })
    .where('memberId', '=', memberId)
    .where('sessionId', 'in', [...sessionIds])
    .execute();
}
