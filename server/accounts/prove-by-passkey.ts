import { lockAccountAtTheDoor } from '#db/queries/accounts.ts';
import { credentialsOf, findPasskey } from '#db/queries/passkeys.ts';
import { atTheDoor } from '#server/who.ts';
import type { PasskeyAnswer, PasskeyQuestion } from '#shared/accounts/passkey-operations.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { checkPasskey, questionFor } from './check-passkey.ts';
import { notePasskeyUse } from './note-passkey-use.ts';
import { beginProof, takeProof } from './pending-proof.ts';
import { renewSession } from './renew-session.ts';
import type { Caller, SignedIn } from './start-session.ts';

/** Asks whoever is signed in, or at the second step, for one of their own passkeys. */
export async function askForOwnPasskey(
  ctx: Ctx,
  actor: Actor,
  caller: Caller,
): Promise<{ question: PasskeyQuestion; headers: Record<string, string> }> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  return ctx.database.write(atTheDoor, async (tx) => {
    const kept = await credentialsOf(tx, accountId);
    if (kept.length === 0) refuse('wrong-state', {});
    const { secret, headers } = await beginProof(ctx, tx, caller, { purpose: 'passkey-prove', accountId });
    return { question: questionFor(ctx.settings, secret, kept), headers };
  });
}

/** Proves with one of the actor's own passkeys who is here; what was owed is settled, and the session renewed. */
export async function proveByPasskey(ctx: Ctx, actor: Actor, caller: Caller, answer: PasskeyAnswer): Promise<SignedIn> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  const { proof, passkey } = await ctx.database.write(atTheDoor, async (tx) => ({
    proof: await takeProof(ctx, tx, caller, { purpose: 'passkey-prove', accountId }),
    passkey: await findPasskey(tx, Buffer.from(answer.id, 'base64url')),
  }));
  if (!proof || passkey?.accountId !== accountId) refuse('passkey-not-valid', {});
  const signCount = await checkPasskey(ctx.settings, proof.secret, passkey, answer);
  if (signCount === null) refuse('passkey-not-valid', {});

  const done = await ctx.database.write(atTheDoor, async (tx) => {
    const account = await lockAccountAtTheDoor(tx, accountId);
    if (account?.state !== 'active') return null;
    if (!(await notePasskeyUse(ctx, tx, passkey, signCount))) return null;
    return renewSession(ctx, tx, caller, actor, 'passkey');
  });
  return done ?? refuse('passkey-not-valid', {});
}
