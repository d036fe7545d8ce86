import { endSessionOf, endSessionOfToken, endSessionsOf, sessionsOf } from '#db/queries/account-sessions.ts';
import { writeHistory } from '#db/queries/history.ts';
import type { SessionView } from '#shared/accounts/contract.ts';
import type { Actor } from '#shared/actor.ts';
import type { SessionId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { hashOfToken } from '../secret-token.ts';
import { forgetActors } from './find-actor.ts';

/** Ends the session the call came with, whether or not it still was one. */
export async function signOut(ctx: Ctx, actor: Actor, token: string | null): Promise<void> {
  if (!token) return;
  await ctx.database.write(actor, async (tx) => {
    await endSessionOfToken(tx, hashOfToken(token));
    const { accountId, memberId } = actor;
    if (!accountId) return;
    const entry = { subject: 'account', subjectId: accountId, action: 'sign-out', memberId };
    await writeHistory(tx, { at: ctx.now(), actor, ...entry });
  });
  forgetActors();
}

/** Where the actor is signed in, the latest first. */
export async function listSessions(ctx: Ctx, actor: Actor): Promise<SessionView[]> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  const rows = await ctx.database.read(actor, (db) => sessionsOf(db, accountId, ctx.realNow()));
  return rows.map((row) => ({
    id: row.id as SessionId,
    device: row.device,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    current: row.id === actor.sessionId,
  }));
}

/** Ends one of the actor's own sessions. */
export async function endSession(ctx: Ctx, actor: Actor, id: SessionId): Promise<void> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  await ctx.database.write(actor, async (tx) => {
    if (!(await endSessionOf(tx, accountId, id))) refuse('not-found', {});
    const entry = { subject: 'account', subjectId: accountId, action: 'end-session', memberId: actor.memberId };
    await writeHistory(tx, { at: ctx.now(), actor, ...entry });
  });
  forgetActors();
}

/** Ends all of the actor's sessions but the one that asks. */
export async function endOtherSessions(ctx: Ctx, actor: Actor): Promise<void> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  await ctx.database.write(actor, async (tx) => {
    await endSessionsOf(tx, accountId, actor.sessionId);
    const entry = { subject: 'account', subjectId: accountId, action: 'end-other-sessions', memberId: actor.memberId };
    await writeHistory(tx, { at: ctx.now(), actor, ...entry });
  });
  forgetActors();
}
