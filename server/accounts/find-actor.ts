import { type FoundSession, findSession, touchSession } from '#db/queries/account-sessions.ts';
import { atTheDoor } from '#server/who.ts';
import { isOfficeRole } from '#shared/accounts/second-factor.ts';
import { type Actor, anonymous } from '#shared/actor.ts';
import { dayOf, JAPAN } from '#shared/time.ts';
import type { Ctx, FindActor } from '../context.ts';
import { hashOfToken } from '../secret-token.ts';
import { actorOfSession } from './actor-of-session.ts';
import { idleEnd, TOUCHED_EVERY_MS } from './session-times.ts';

/** How long, in milliseconds, an answer is remembered: a session ended elsewhere is over within a second. */
const REMEMBERED_MS = 800;
const MOST_REMEMBERED = 2000;

/** Who holds this session token. Only the account's row says so, never the request. */
export const findActor: FindActor = async (ctx, token, lang) => {
  if (!token) return anonymous(lang);
  const now = ctx.realNow();
  const today = dayOf(ctx.now(), JAPAN);
  const hash = hashOfToken(token);
  const session = await ctx.database.read(atTheDoor, (db) => findSession(db, hash, { now, today }));
  if (!session) return anonymous(lang);
  const { lastSeenAt, ...rest } = session;
  if (now.getTime() - lastSeenAt.getTime() >= TOUCHED_EVERY_MS) await touch(ctx, session, now);
  return actorOfSession(rest);
};

async function touch(ctx: Ctx, { sessionId, role }: FoundSession, at: Date): Promise<void> {
  const before = new Date(at.getTime() - TOUCHED_EVERY_MS + 1);
  const idleEndsAt = idleEnd(at, isOfficeRole(role));
  await ctx.database.write(atTheDoor, (tx) => touchSession(tx, sessionId, { at, before, idleEndsAt }));
}

const remembered = new Map<string, { actor: Actor; at: number }>();

/** Forgets who holds which token, after a session or an account has changed in this process. */
export function forgetActors(): void {
  remembered.clear();
}

/** `findActor` with a memory of less than a second: one screen asks several things at once, as the same person. */
export const findActorQuickly: FindActor = async (ctx, token, lang) => {
  if (!token) return anonymous(lang);
  const key = hashOfToken(token).toString('base64url');
  const now = ctx.realNow().getTime();
  const known = remembered.get(key);
  if (known && now >= known.at && now - known.at < REMEMBERED_MS) return known.actor;
  remembered.delete(key);
  const actor = await findActor(ctx, token, lang);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  if (actor.accountId) remembered.set(key, { actor, at: now });
  return actor;
};
