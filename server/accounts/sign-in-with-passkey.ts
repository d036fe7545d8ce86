import { lockAccountAtTheDoor } from '#db/queries/accounts.ts';
import { findPasskey } from '#db/queries/passkeys.ts';
import { atTheDoor } from '#server/who.ts';
import type { PasskeyAnswer, PasskeyQuestion } from '#shared/accounts/passkey-operations.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { checkPasskey, questionFor } from './check-passkey.ts';
import { notePasskeyUse } from './note-passkey-use.ts';
import { beginProof, takeProof } from './pending-proof.ts';
import { type Caller, type SignedIn, startSession } from './start-session.ts';

/** Asks whoever is not in yet for a passkey, whosever it is: the answer is the same at every browser. */
export async function askForPasskey(
  ctx: Ctx,
  _actor: Actor,
  caller: Caller,
): Promise<{ question: PasskeyQuestion; headers: Record<string, string> }> {
  const begun = await ctx.database.write(atTheDoor, (tx) =>
    beginProof(ctx, tx, caller, { purpose: 'passkey-sign-in' }),
  );
  return { question: questionFor(ctx.settings, begun.secret, []), headers: begun.headers };
}

/**
 * Signs in with a passkey alone: the device is one factor, and how it has made sure of its person the other. A passkey
 * nobody knows, a wrong answer and a suspended account are told apart by nobody.
 */
export async function signInWithPasskey(
  ctx: Ctx,
  _actor: Actor,
  caller: Caller,
  answer: PasskeyAnswer,
): Promise<SignedIn> {
  const begun = await ctx.database.write(atTheDoor, async (tx) => ({
    proof: await takeProof(ctx, tx, caller, { purpose: 'passkey-sign-in', accountId: null }),
    passkey: await findPasskey(tx, Buffer.from(answer.id, 'base64url')),
  }));
  const { proof, passkey } = begun;
  if (!proof || !passkey) refuse('passkey-not-valid', {});
  const signCount = await checkPasskey(ctx.settings, proof.secret, passkey, answer);
  if (signCount === null) refuse('passkey-not-valid', {});

  const done = await ctx.database.write(atTheDoor, async (tx) => {
    const account = await lockAccountAtTheDoor(tx, passkey.accountId);
    if (account?.state !== 'active') return null;
    if (!(await notePasskeyUse(ctx, tx, passkey, signCount))) return null;
    return startSession(ctx, tx, caller, passkey.accountId, 'passkey', 'passkey');
  });
  return done ?? refuse('passkey-not-valid', {});
}
