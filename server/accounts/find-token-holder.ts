import { findTokenHolder as findRow, touchToken } from '#db/queries/access-tokens.ts';
import { atTheDoor } from '#server/who.ts';
import { UNPROVED } from '#shared/actor.ts';
import type { FindTokenHolder } from '../context.ts';
import { hashOfToken } from '../secret-token.ts';
import { TOUCHED_EVERY_MS } from './session-times.ts';

/** What every access token begins with, so that a forgotten one can be found in a program's text. */
export const TOKEN_PREFIX = 'cop_';

/**
 * For whom a program acts. Asked anew for each call: a token that has been ended, or whose person has been suspended or
 * may do something else by now, opens nothing any more.
 */
export const findTokenHolder: FindTokenHolder = async (ctx, secret) => {
  if (!/^cop_[\w-]{43}$/.test(secret)) return undefined;
  const at = ctx.realNow();
  const found = await ctx.database.read(atTheDoor, (db) => findRow(db, hashOfToken(secret), at));
  if (!found) return undefined;
  const { tokenId, lastUsedAt, ...holder } = found;
  const before = new Date(at.getTime() - TOUCHED_EVERY_MS + 1);
  if (!lastUsedAt || lastUsedAt < before) {
    await ctx.database.write(atTheDoor, (tx) => touchToken(tx, tokenId, { at, before }));
  }
  return { ...holder, sessionId: null, ...UNPROVED };
};
