import type { Db, Tx } from '#db/connect.ts';
import type { AccountId } from '#shared/ids.ts';

export type ProofPurpose = 'passkey-sign-in' | 'passkey-add' | 'passkey-prove' | 'issuer-sign-in' | 'issuer-bind';

export type PendingProof = {
  browserHash: Buffer;
  purpose: ProofPurpose;
  /** Who is signed in, where somebody is. */
  accountId: AccountId | null;
  issuer: string | null;
  /** 32 bytes. */
  secret: Buffer;
  endsAt: Date;
};

/** Notes what a browser is to prove, and forgets whatever nobody proved in time. */
export async function keepPendingProof(tx: Tx, proof: PendingProof, now: Date): Promise<void> {
  await tx.deleteFrom('pendingProof').where('endsAt', '<=', now).execute();
  await tx.insertInto('pendingProof').values(proof).execute();
}

/** Takes what a browser was to prove: of several at once exactly one gets it, the others undefined. */
export async function takePendingProof(tx: Tx, browserHash: Buffer, now: Date): Promise<PendingProof | undefined> {
  const row = await tx
    .deleteFrom('pendingProof')
    .where('browserHash', '=', browserHash)
    .returning(['browserHash', 'purpose', 'accountId', 'issuer', 'secret', 'endsAt'])
    .executeTakeFirst();
  return row && row.endsAt > now ? (row as PendingProof) : undefined;
}

/** Forgets what a browser was to prove before it begins anew. */
export async function dropPendingProof(tx: Tx, browserHash: Buffer): Promise<void> {
  await tx.deleteFrom('pendingProof').where('browserHash', '=', browserHash).execute();
}

/** How many proofs are pending; for tests and watchers. */
export async function countPendingProofs(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('pendingProof')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
