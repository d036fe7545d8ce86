import type { Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { endSessionOfToken, insertSession } from '#db/queries/account-sessions.ts';
import { findAccount, updateAccount } from '#db/queries/accounts.ts';
import { writeHistory } from '#db/queries/history.ts';
import { type Actor, isOffice } from '#shared/actor.ts';
import type { SessionId } from '#shared/ids.ts';
import type { Ctx } from '../context.ts';
import { hashOfToken, newToken } from '../secret-token.ts';
import { deviceName } from './device-name.ts';
import { forgetActors } from './find-actor.ts';
import { absoluteEnd, idleEnd, MOST_SESSIONS } from './session-times.ts';

/** What a verb that signs in must know of the call: the session held before, and the browser. */
export type Caller = { token: string | null; header: (name: string) => string | null };
export type SignedIn = { token: string; actor: Actor };

/** Begins a session for an active account whose row is locked; whoever was signed in at this browser is not any more. */
export async function startSession(ctx: Ctx, tx: Tx, caller: Caller, accountId: string): Promise<SignedIn> {
  const at = ctx.realNow();
  const account = await findAccount(tx, accountId);
  if (!account) throw new Error('The account is locked, so it must be there.');
  const sessionId = newId() as SessionId;
  const actor: Actor = {
    role: account.role,
    accountId: account.id,
    sessionId,
    memberId: account.memberId,
    name: account.name,
    lang: account.lang,
  };
  const token = newToken();
  if (caller.token) await endSessionOfToken(tx, hashOfToken(caller.token));
  await insertSession(
    tx,
    {
      id: sessionId,
      tokenHash: hashOfToken(token),
      accountId,
      device: deviceName(caller.header('user-agent')),
      at,
      idleEndsAt: idleEnd(at, isOffice(actor)),
      endsAt: absoluteEnd(at),
    },
    MOST_SESSIONS,
  );
  await updateAccount(tx, accountId, { lastSignedInAt: at });
  await writeHistory(tx, {
    at: ctx.now(),
    actor,
    subject: 'account',
    subjectId: accountId,
    action: 'sign-in',
    memberId: account.memberId,
  });
  forgetActors();
  return { token, actor };
}
