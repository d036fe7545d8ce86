import type { Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { findAccount, lockAccount, lockAccountAtTheDoor } from '#db/queries/accounts.ts';
import { findIssuerBinding, insertIssuerBinding, touchIssuerBinding } from '#db/queries/issuer-bindings.ts';
import type { PendingProof } from '#db/queries/pending-proofs.ts';
import { atTheDoor } from '#server/who.ts';
import type { IssuerReturn } from '#shared/accounts/issuer-operations.ts';
import type { Actor } from '#shared/actor.ts';
import type { AccountId, IssuerBindingId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import type { Issuer } from '../issuers-file.ts';
import { addressAtIssuer, askIssuer, type Vouched } from './ask-issuer.ts';
import { whyNotBind } from './keep-issuer-bindings.ts';
import { beginProof, takeProof } from './pending-proof.ts';
import { recordFactorChange } from './record-factor-change.ts';
import { type Caller, type SignedIn, startSession } from './start-session.ts';

type Address = { question: { address: string }; headers: Record<string, string> };

/** Begins to sign in at an issuer: nothing is said about anybody, whoever asks. */
export function beginIssuerSignIn(ctx: Ctx, _actor: Actor, caller: Caller, id: string): Promise<Address> {
  return begin(ctx, caller, issuerOf(ctx, id), { purpose: 'issuer-sign-in' });
}

/** Begins to bind the actor's account to the one they have at their own organisation's issuer. */
export async function beginIssuerBinding(ctx: Ctx, actor: Actor, caller: Caller, id: string): Promise<Address> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  const issuer = issuerOf(ctx, id);
  const reason = await ctx.database.read(atTheDoor, async (db) => {
    const account = (await findAccount(db, accountId)) ?? refuse('not-signed-in', {});
    return whyNotBind(db, actor.lang, account, issuer);
  });
  if (reason) refuse('wrong-state', { because: reason });
  return begin(ctx, caller, issuer, { purpose: 'issuer-bind', accountId });
}

/**
 * Back from the issuer. Asking it comes between two transactions: what was begun is taken first, so that it serves once
 * whatever the issuer answers. Answers a new session, or null where an account has been bound.
 */
export async function returnFromIssuer(
  ctx: Ctx,
  actor: Actor,
  caller: Caller,
  input: IssuerReturn,
): Promise<SignedIn | null> {
  const wanted = { purpose: ['issuer-sign-in', 'issuer-bind'] as const, accountId: actor.accountId };
  const proof = await ctx.database.write(atTheDoor, (tx) => takeProof(ctx, tx, caller, wanted));
  const issuer = proof && ctx.settings.issuers.find((one) => one.id === proof.issuer);
  if (!proof || !issuer) refuse('issuer-not-valid', {});
  const vouched = await askIssuer(ctx.settings, issuer, proof.secret, letterOf(proof.purpose), input);
  if (vouched === 'unreachable') refuse('issuer-unreachable', {});
  if (vouched === 'refused') refuse('issuer-not-valid', {});
  if (proof.purpose === 'issuer-bind') {
    await bind(ctx, actor, issuer, vouched);
    return null;
  }
  const done = await ctx.database.write(atTheDoor, (tx) => signIn(ctx, tx, caller, issuer, vouched));
  return done ?? refuse('issuer-not-bound', {});
}

/**
 * Only who has bound their account before gets in: no address makes the connection, and no account comes into being.
 * A suspended account is answered like one that is not there.
 */
async function signIn(ctx: Ctx, tx: Tx, caller: Caller, issuer: Issuer, { subject, mfa }: Vouched) {
  const found = await findIssuerBinding(tx, issuer.issuer, subject);
  if (!found) return null;
  const locked = await lockAccountAtTheDoor(tx, found.accountId);
  if (locked?.state !== 'active') return null;
  const account = await findAccount(tx, found.accountId);
  if (!account || (await whyNotBind(tx, account.lang, account, issuer))) return null;
  await touchIssuerBinding(tx, found.id, ctx.realNow());
  return startSession(ctx, tx, caller, found.accountId, 'issuer', mfa ? 'issuer' : null);
}

async function bind(ctx: Ctx, actor: Actor, issuer: Issuer, { subject }: Vouched): Promise<void> {
  // Somebody who has signed out meanwhile, and is at the second step again, has not proved enough.
  if (!actor.accountId || actor.owes !== null) refuse('not-signed-in', {});
  const { accountId } = actor;
  await ctx.database.write(atTheDoor, async (tx) => {
    await lockAccount(tx, accountId);
    const account = (await findAccount(tx, accountId)) ?? refuse('not-signed-in', {});
    const reason = await whyNotBind(tx, actor.lang, account, issuer);
    if (reason) refuse('wrong-state', { because: reason });
    const id = newId() as IssuerBindingId;
    await insertIssuerBinding(tx, { id, accountId, issuer: issuer.issuer, subject, createdAt: ctx.realNow() });
    const told = { template: 'account.issuer-changed', details: { issuer: issuer.id } } as const;
    await recordFactorChange(ctx, tx, actor, account, 'bind-issuer', told);
  });
}

async function begin(
  ctx: Ctx,
  caller: Caller,
  issuer: Issuer,
  about: { purpose: 'issuer-sign-in' | 'issuer-bind'; accountId?: AccountId },
): Promise<Address> {
  const begun = await ctx.database.write(atTheDoor, (tx) =>
    beginProof(ctx, tx, caller, { ...about, issuer: issuer.id }),
  );
  const address = await addressAtIssuer(ctx.settings, issuer, begun.secret, letterOf(about.purpose));
  return { question: { address: address ?? refuse('issuer-unreachable', {}) }, headers: begun.headers };
}

/** By which the page that people come back to knows what was begun. */
function letterOf(purpose: PendingProof['purpose']): 's' | 'b' {
  return purpose === 'issuer-bind' ? 'b' : 's';
}

function issuerOf(ctx: Ctx, id: string): Issuer {
  return ctx.settings.issuers.find((one) => one.id === id) ?? refuse('not-found', {});
}
