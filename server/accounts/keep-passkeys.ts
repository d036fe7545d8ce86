import { newId } from '#db/id.ts';
import { countRecoveryCodes, dropRecoveryCodes } from '#db/queries/account-factors.ts';
import { findAccount, lockAccount } from '#db/queries/accounts.ts';
import { credentialsOf, insertPasskey, passkeysOf, removePasskeyOf } from '#db/queries/passkeys.ts';
import { atTheDoor } from '#server/who.ts';
import type { NewPasskey, NewPasskeyQuestion, PasskeyView } from '#shared/accounts/passkey-operations.ts';
import { passkeyTexts } from '#shared/accounts/passkey-texts.ts';
import { whyNotRemovePasskey } from '#shared/accounts/policy.ts';
import type { Actor } from '#shared/actor.ts';
import type { PasskeyId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import { checkNewPasskey, questionForNew } from './check-passkey.ts';
import { beginProof, takeProof } from './pending-proof.ts';
import { recordFactorChange } from './record-factor-change.ts';
import { writeRecoveryCodes } from './recovery-codes.ts';
import { renewSession } from './renew-session.ts';
import type { Caller, SignedIn } from './start-session.ts';

/** So many can still be told apart; the table has no room for more. */
const MOST_PASSKEYS = 10;

/** The actor's passkeys, the oldest first. */
export function listPasskeys(ctx: Ctx, actor: Actor): Promise<PasskeyView[]> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  return ctx.database.read(atTheDoor, async (db) => {
    const account = (await findAccount(db, accountId)) ?? refuse('not-signed-in', {});
    const whyNotRemove = whyNotRemovePasskey(actor.lang, account);
    return (await passkeysOf(db, accountId)).map(({ createdAt, lastUsedAt, ...row }) => ({
      ...{ ...row, whyNotRemove },
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    }));
  });
}

/** Asks the actor's browser to make a passkey; one of its devices that has one already says so. */
export async function beginPasskey(
  ctx: Ctx,
  actor: Actor,
  caller: Caller,
): Promise<{ question: NewPasskeyQuestion; headers: Record<string, string> }> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  return ctx.database.write(atTheDoor, async (tx) => {
    const account = (await findAccount(tx, accountId)) ?? refuse('not-signed-in', {});
    const { secret, headers } = await beginProof(ctx, tx, caller, { purpose: 'passkey-add', accountId });
    return { question: questionForNew(ctx.settings, secret, account, await credentialsOf(tx, accountId)), headers };
  });
}

/**
 * Adds the passkey that the browser has made. It has just proved its person, so the session has both factors from then
 * on; whoever has no recovery codes yet gets them, for the day on which the device is lost.
 */
export async function addPasskey(
  ctx: Ctx,
  actor: Actor,
  caller: Caller,
  input: NewPasskey,
): Promise<SignedIn & { id: PasskeyId; recoveryCodes: string[] | null }> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  const proof = await ctx.database.write(atTheDoor, (tx) =>
    takeProof(ctx, tx, caller, { purpose: 'passkey-add', accountId }),
  );
  if (!proof) refuse('passkey-not-valid', {});
  const made = await checkNewPasskey(ctx.settings, proof.secret, input);
  if (!made) refuse('passkey-not-valid', {});

  return ctx.database.write(atTheDoor, async (tx) => {
    // The account's row is the turnstile: two at once would take the same place.
    await lockAccount(tx, accountId);
    const account = (await findAccount(tx, accountId)) ?? refuse('not-signed-in', {});
    const id = newId() as PasskeyId;
    const row = { id, accountId, name: input.name, ...made, createdAt: ctx.realNow() };
    const added = await insertPasskey(tx, row, MOST_PASSKEYS);
    if (!added) refuse('wrong-state', { because: textsIn(passkeyTexts, actor.lang).tooMany(MOST_PASSKEYS) });
    const none = (await countRecoveryCodes(tx, accountId)) === 0 && !account.demo;
    const recoveryCodes = none ? await writeRecoveryCodes(ctx, tx, accountId) : null;
    const told = { template: 'account.passkey-added', details: { passkey: id } } as const;
    await recordFactorChange(ctx, tx, actor, account, 'add-passkey', told);
    return { ...(await renewSession(ctx, tx, caller, actor, 'passkey')), id, recoveryCodes };
  });
}

/** Removes one of the actor's passkeys, at once; not the last way to prove oneself where there must be one. */
export async function removePasskey(ctx: Ctx, actor: Actor, id: PasskeyId): Promise<void> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  await ctx.database.write(atTheDoor, async (tx) => {
    await lockAccount(tx, accountId);
    const account = (await findAccount(tx, accountId)) ?? refuse('not-signed-in', {});
    const reason = whyNotRemovePasskey(actor.lang, account);
    if (!(await removePasskeyOf(tx, accountId, id))) refuse('not-found', {});
    if (reason) refuse('wrong-state', { because: reason });
    if (account.passkeys === 1 && account.totpAt === null) await dropRecoveryCodes(tx, accountId);
    const told = { template: 'account.passkey-removed', details: { passkey: id } } as const;
    await recordFactorChange(ctx, tx, actor, account, 'remove-passkey', told);
  });
}
