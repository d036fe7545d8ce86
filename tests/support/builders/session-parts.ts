import type { Tx } from '#db/connect.ts';
import { released } from './released.ts';
import { AT } from './surroundings.ts';

/** Asks a municipality about a session, whatever that shows. */
export async function aProof(
  tx: Tx,
  of: { sessionId: string; memberId: string; eventId: string; sentBy: string },
): Promise<void> {
  const content = JSON.stringify({ ...released(), id: of.sessionId });
  const asked = { contentHash: Buffer.alloc(32), answerBy: new Date('2027-11-01T00:00:00Z'), sentAt: AT };
  await tx
    .insertInto('sessionProof')
    .values({ ...of, ...asked, content })
    .execute();
}

/** A small deadline of a municipality's session. */
export async function aTask(
  tx: Tx,
  of: { id: string; eventId: string; memberId: string; requestId: string; note: string },
): Promise<void> {
  const due = { kind: 'slides', owner: 'member', offsetDays: -7, dueOn: '2027-11-01' } as const;
  await tx
    .insertInto('requestTask')
    .values({ ...of, ...due })
    .execute();
}
