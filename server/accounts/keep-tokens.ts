import { newId } from '#db/id.ts';
import { endTokenOf, insertToken, type TokenRow, tokensOf } from '#db/queries/access-tokens.ts';
import { lockAccount } from '#db/queries/accounts.ts';
import { enqueueMail } from '#db/queries/enqueue-mail.ts';
import { writeHistory } from '#db/queries/history.ts';
import type { MadeToken, MakeToken, TokenView } from '#shared/accounts/contract.ts';
import { tokenTexts } from '#shared/accounts/token-texts.ts';
import type { Actor } from '#shared/actor.ts';
import type { TokenId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import { hashOfToken, newToken } from '../secret-token.ts';
import { TOKEN_PREFIX } from './find-token-holder.ts';

const DAY_MS = 86_400_000;
/** So many keys can still be told apart; the table has no room for more. */
const MOST_TOKENS = 10;

/** The actor's access tokens, without their secrets. */
export async function listTokens(ctx: Ctx, actor: Actor): Promise<TokenView[]> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  const rows = await ctx.database.read(actor, (db) => tokensOf(db, accountId));
  return rows.map((row) => present(row, ctx.realNow()));
}

/** Makes an access token. Its secret leaves once, with this answer; the person is told by mail that there is one. */
export async function makeToken(ctx: Ctx, actor: Actor, { name, scope, days }: MakeToken): Promise<MadeToken> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  const createdAt = ctx.realNow();
  const endsAt = new Date(createdAt.getTime() + days * DAY_MS);
  const row: TokenRow = { id: newId() as TokenId, name, scope, createdAt, endsAt, lastUsedAt: null };
  const secret = `${TOKEN_PREFIX}${newToken()}`;
  await ctx.database.write(actor, async (tx) => {
    // The account's row is the turnstile: two at once would take the same place.
    if (!(await lockAccount(tx, accountId))) refuse('not-signed-in', {});
    const { lastUsedAt: _, ...token } = row;
    const added = await insertToken(tx, { ...token, tokenHash: hashOfToken(secret), accountId }, MOST_TOKENS);
    if (!added) refuse('wrong-state', { because: textsIn(tokenTexts, actor.lang).tooMany(MOST_TOKENS) });
    const { memberId } = actor;
    const entry = { subject: 'account', subjectId: accountId, action: 'make-token', memberId };
    await writeHistory(tx, { at: ctx.now(), actor, ...entry, details: { token: row.id, scope, days } });
    const mail = { template: 'account.token-made', params: { path: '/account' }, memberId, at: createdAt } as const;
    await enqueueMail(tx, { to: [accountId], ...mail });
  });
  return { ...present(row, createdAt), secret };
}

/** Ends one of the actor's own access tokens, at once. */
export async function endToken(ctx: Ctx, actor: Actor, id: TokenId): Promise<void> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  await ctx.database.write(actor, async (tx) => {
    if (!(await endTokenOf(tx, accountId, id))) refuse('not-found', {});
    const entry = { subject: 'account', subjectId: accountId, action: 'end-token', memberId: actor.memberId };
    await writeHistory(tx, { at: ctx.now(), actor, ...entry, details: { token: id } });
  });
}

function present({ createdAt, endsAt, lastUsedAt, ...row }: TokenRow, now: Date): TokenView {
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    endsAt: endsAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    over: endsAt <= now,
  };
}
