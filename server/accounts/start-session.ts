import type { Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { endSessionOfToken, type FirstFactor, insertSession, type SecondFactor } from '#db/queries/account-sessions.ts';
import { type AccountRow, findAccount, updateAccount } from '#db/queries/accounts.ts';
import { writeHistory } from '#db/queries/history.ts';
import { type Actor, isOffice } from '#shared/actor.ts';
import type { SessionId } from '#shared/ids.ts';
import type { Ctx } from '../context.ts';
import { hashOfToken, newToken } from '../secret-token.ts';
import { actorOfSession } from './actor-of-session.ts';
import { deviceName } from './device-name.ts';
import { forgetActors } from './find-actor.ts';
import { absoluteEnd, idleEnd, MOST_SESSIONS, owingEnd } from './session-times.ts';

/** A mailed link shows that the mailbox is open here, an issuer that somebody signed in there, perhaps this morning. */
const PROVES_NOBODY_HERE: readonly FirstFactor[] = ['link', 'issuer'];

/** What a verb that signs in must know of the call: the session held before, and the browser. */
export type Caller = { token: string | null; header: (name: string) => string | null };
export type SignedIn = { token: string; actor: Actor };

/**
 * Begins a session for an active account whose row is locked; whoever was signed in at this browser is not any more.
 * With both factors at once nothing more is owed; where something is, the session is a short one that reaches nothing else.
 */
export async function startSession(
  ctx: Ctx,
  tx: Tx,
  caller: Caller,
  accountId: string,
  firstFactor: FirstFactor,
  secondFactor: SecondFactor | null = null,
): Promise<SignedIn> {
  const at = ctx.realNow();
  const account = await findAccount(tx, accountId);
  if (!account) throw new Error('The account is locked, so it must be there.');
  const token = newToken();
  const { id, role, memberId, name, lang, demo, totpAt, mailCode, passkeys } = account;
  const actor = actorOfSession({
    ...{ sessionId: newId() as SessionId, accountId: id, role, memberId, name, lang, demo, mailCode },
    ...{ aal: secondFactor ? 2 : 1, totp: totpAt !== null, passkey: passkeys > 0, actingFor: null },
    stepUpAt: PROVES_NOBODY_HERE.includes(firstFactor) ? null : at,
  });
  if (caller.token) await endSessionOfToken(tx, hashOfToken(caller.token));
  await insertSession(
    tx,
    {
      ...{ id: actor.sessionId ?? '', tokenHash: hashOfToken(token), accountId, firstFactor, secondFactor, at },
      device: deviceName(caller.header('user-agent')),
      stepUpAt: actor.stepUpAt,
      ...(actor.owes
        ? { idleEndsAt: owingEnd(at), endsAt: owingEnd(at) }
        : { idleEndsAt: idleEnd(at, isOffice(actor)), endsAt: absoluteEnd(at) }),
    },
    MOST_SESSIONS,
  );
  if (actor.owes === null) await recordSignIn(ctx, tx, account, secondFactor ? { factor: secondFactor } : {});
  else await recordStep(ctx, tx, account, 'begin-sign-in', { factor: firstFactor });
  forgetActors();
  return { token, actor };
}

/** Notes that somebody is in: in their account, and in the record of changes. */
export async function recordSignIn(
  ctx: Ctx,
  tx: Tx,
  account: AccountRow,
  details: Record<string, string>,
): Promise<void> {
  await updateAccount(tx, account.id, { lastSignedInAt: ctx.realNow() });
  await recordStep(ctx, tx, account, 'sign-in', details);
}

/** Notes a step by which somebody proves who they are; codes and tokens are no part of it. */
export async function recordStep(
  ctx: Ctx,
  tx: Tx,
  { id, role, memberId }: AccountRow,
  action: string,
  details: Record<string, string> = {},
): Promise<void> {
  const entry = { subject: 'account', subjectId: id, action, memberId, details };
  await writeHistory(tx, { at: ctx.now(), actor: { accountId: id, role }, ...entry });
}
