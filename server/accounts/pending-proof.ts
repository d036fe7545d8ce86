import { randomBytes } from 'node:crypto';
import type { Tx } from '#db/connect.ts';
import {
  dropPendingProof,
  keepPendingProof,
  type PendingProof,
  type ProofPurpose,
  takePendingProof,
} from '#db/queries/pending-proofs.ts';
import type { AccountId } from '#shared/ids.ts';
import type { Ctx } from '../context.ts';
import { keepProof, proofToken } from '../http/proof-cookie.ts';
import { hashOfToken, newToken } from '../secret-token.ts';
import type { Caller } from './start-session.ts';

/** Time enough to find the key in a bag, or to sign in at an issuer. */
const PENDING_SECONDS = { passkey: 5 * 60, issuer: 10 * 60 };
const SECRET_BYTES = 32;

export type Begun = { secret: Buffer; headers: Record<string, string> };

/** Begins something that this browser, and no other, is to prove; `headers` carry the cookie that says so. */
export async function beginProof(
  ctx: Ctx,
  tx: Tx,
  caller: Caller,
  about: { purpose: ProofPurpose; accountId?: AccountId; issuer?: string },
): Promise<Begun> {
  const now = ctx.realNow();
  const seconds = about.issuer === undefined ? PENDING_SECONDS.passkey : PENDING_SECONDS.issuer;
  const [token, secret] = [newToken(), randomBytes(SECRET_BYTES)];
  const before = proofToken(caller.header('cookie'), ctx.settings);
  if (before) await dropPendingProof(tx, hashOfToken(before));
  const { purpose, accountId = null, issuer = null } = about;
  const proof = { browserHash: hashOfToken(token), purpose, accountId, issuer, secret };
  await keepPendingProof(tx, { ...proof, endsAt: new Date(now.getTime() + seconds * 1000) }, now);
  return { secret, headers: keepProof(token, seconds, ctx.settings) };
}

/**
 * Takes what this browser was to prove, once; undefined when it was something else, for somebody else, too long ago, or
 * taken already.
 */
export async function takeProof(
  ctx: Ctx,
  tx: Tx,
  caller: Caller,
  wanted: { purpose: ProofPurpose | readonly ProofPurpose[]; accountId: AccountId | null },
): Promise<PendingProof | undefined> {
  const token = proofToken(caller.header('cookie'), ctx.settings);
  const proof = token ? await takePendingProof(tx, hashOfToken(token), ctx.realNow()) : undefined;
  const fits = proof && [wanted.purpose].flat().includes(proof.purpose);
  // Whoever has signed in meanwhile, or has become somebody else, proves nothing for the one before.
  return fits && (proof.accountId === null || proof.accountId === wanted.accountId) ? proof : undefined;
}
