import type { Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { renewSession as renewRow, type SecondFactor } from '#db/queries/account-sessions.ts';
import { findAccount } from '#db/queries/accounts.ts';
import { isOfficeRole } from '#shared/accounts/second-factor.ts';
import type { Actor } from '#shared/actor.ts';
import type { SessionId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { hashOfToken, newToken } from '../secret-token.ts';
import { forgetActors } from './find-actor.ts';
import { absoluteEnd, idleEnd } from './session-times.ts';
import { type Caller, recordSignIn, recordStep, type SignedIn } from './start-session.ts';

/**
 * Gives the session of whoever has just proved themselves a new token and a new id: a token that somebody else had
 * seen before is worth nothing afterwards. With a second factor, what was owed is settled.
 */
export async function renewSession(
  ctx: Ctx,
  tx: Tx,
  caller: Caller,
  actor: Actor,
  factor?: SecondFactor,
): Promise<SignedIn> {
  const at = ctx.realNow();
  const { accountId, sessionId: id, owes } = actor;
  if (!accountId || !id || !caller.token) refuse('not-signed-in', {});
  const account = (await findAccount(tx, accountId)) ?? refuse('not-signed-in', {});
  const settled = owes !== null && factor !== undefined;
  const [token, sessionId] = [newToken(), newId() as SessionId];
  const renewed = await renewRow(tx, {
    ...{ id, tokenHash: hashOfToken(caller.token), newId: sessionId, newTokenHash: hashOfToken(token) },
    ...{ stepUpAt: at, factor },
    ends: settled ? { idleEndsAt: idleEnd(at, isOfficeRole(account.role)), endsAt: absoluteEnd(at) } : undefined,
  });
  if (!renewed) refuse('not-signed-in', {});
  if (settled) await recordSignIn(ctx, tx, account, { factor });
  else await recordStep(ctx, tx, account, 'step-up', { factor: factor ?? 'password' });
  forgetActors();
  const { role, memberId, name, lang } = account;
  const aal = factor ? 2 : actor.aal;
  const { actingFor = null } = actor;
  return {
    token,
    actor: { role, accountId, sessionId, memberId, name, lang, aal, stepUpAt: at, owes: null, actingFor },
  };
}
