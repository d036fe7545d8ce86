import type { Db } from '#db/connect.ts';
import { type AccountRow, findAccount, lockAccount } from '#db/queries/accounts.ts';
import { codeOfMember, endIssuerBindingOf, issuerBindingsOf } from '#db/queries/issuer-bindings.ts';
import { atTheDoor } from '#server/who.ts';
import type { IssuerView, OwnBindings } from '#shared/accounts/issuer-operations.ts';
import { issuerTexts } from '#shared/accounts/issuer-texts.ts';
import type { Actor } from '#shared/actor.ts';
import type { IssuerBindingId } from '#shared/ids.ts';
import type { Lang } from '#shared/lang.ts';
import { refuse } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import type { Issuer } from '../issuers-file.ts';
import { recordFactorChange } from './record-factor-change.ts';

/** The issuers of the settings: the same list for everybody, so that it says nothing about an address. */
export function listIssuers(ctx: Ctx): IssuerView[] {
  return ctx.settings.issuers.map(({ id, label }) => ({ id, label }));
}

/** By which issuers the actor can sign in, and which of their own organisation's does not know them yet. */
export function listIssuerBindings(ctx: Ctx, actor: Actor): Promise<OwnBindings> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  const { issuers } = ctx.settings;
  return ctx.database.read(atTheDoor, async (db) => {
    const account = (await findAccount(db, accountId)) ?? refuse('not-signed-in', {});
    const rows = await issuerBindingsOf(db, accountId);
    const organisation = await organisationOf(db, account);
    const own = issuers.filter((one) => one.organisation === organisation);
    return {
      items: rows.map(({ id, issuer, createdAt, lastUsedAt }) => ({
        id,
        label: issuers.find((one) => one.issuer === issuer)?.label ?? null,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      })),
      possible: own
        .filter((one) => !rows.some((row) => row.issuer === one.issuer))
        .map(({ id, label }) => ({ id, label })),
    };
  });
}

/** Ends one of the actor's own, at once. */
export async function endIssuerBinding(ctx: Ctx, actor: Actor, id: IssuerBindingId): Promise<void> {
  const accountId = actor.accountId ?? refuse('not-signed-in', {});
  await ctx.database.write(atTheDoor, async (tx) => {
    await lockAccount(tx, accountId);
    const account = (await findAccount(tx, accountId)) ?? refuse('not-signed-in', {});
    if (!(await endIssuerBindingOf(tx, accountId, id))) refuse('not-found', {});
    const told = { template: 'account.issuer-changed', details: { binding: id } } as const;
    await recordFactorChange(ctx, tx, actor, account, 'unbind-issuer', told);
  });
}

/** Why an account is none of those an issuer vouches for, or null: each vouches for its own organisation's people. */
export async function whyNotBind(
  db: Db,
  lang: Lang,
  account: Pick<AccountRow, 'memberId'>,
  { organisation }: Pick<Issuer, 'organisation'>,
): Promise<string | null> {
  return (await organisationOf(db, account)) === organisation ? null : textsIn(issuerTexts, lang).notYours;
}

async function organisationOf(db: Db, { memberId }: Pick<AccountRow, 'memberId'>): Promise<string | undefined> {
  return memberId === null ? 'office' : codeOfMember(db, memberId);
}
