import type { Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { lockAccount, memberExists } from '#db/queries/accounts.ts';
import * as rows from '#db/queries/authorities.ts';
import { lockDelegate } from '#db/queries/delegates.ts';
import { enqueueMail, enqueueMailToDelegate } from '#db/queries/enqueue-mail.ts';
import { writeHistory } from '#db/queries/history.ts';
import { type AuthorityView, standingOf } from '#shared/accounts/authority.ts';
import { authorityTexts } from '#shared/accounts/authority-texts.ts';
import type { GiveAuthority } from '#shared/accounts/contract.ts';
import type { Actor } from '#shared/actor.ts';
import type { AuthorityId, OrganisationId } from '#shared/ids.ts';
import { type FieldError, refuse } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';
import { dayOf, JAPAN } from '#shared/time.ts';
import type { Ctx } from '../context.ts';
import { refuseUnreached } from '../reach.ts';
import { forgetActors } from './find-actor.ts';

const today = (ctx: Ctx) => dayOf(ctx.now(), JAPAN);

/** Who may act for whom in a municipality. */
export async function listAuthorities(ctx: Ctx, actor: Actor, memberId: OrganisationId): Promise<AuthorityView[]> {
  refuseUnreached(actor, 'authority.read', memberId);
  const found = await ctx.database.read(actor, async (db) =>
    (await memberExists(db, memberId)) ? rows.authoritiesOf(db, memberId) : refuse('not-found', {}),
  );
  return found.map((row) => present(row, today(ctx)));
}

/** Lets an account act for a delegate of the same municipality. It may do no more by it than before. */
export async function giveAuthority(
  ctx: Ctx,
  actor: Actor,
  memberId: OrganisationId,
  input: GiveAuthority,
): Promise<AuthorityView> {
  refuseUnreached(actor, 'authority.give', memberId);
  const givenBy = actor.accountId ?? refuse('not-signed-in', {});
  const say = textsIn(authorityTexts, actor.lang);
  const id = newId() as AuthorityId;
  if (input.untilDay < today(ctx)) refuseField('/untilDay', say.past);
  return ctx.database.write(actor, async (tx) => {
    // The account's row is the turnstile: two at once would give the same twice.
    const account = await lockAccount(tx, input.accountId);
    if (account?.memberId !== memberId || account.state === 'suspended') refuseField('/accountId', say.accountUnfit);
    const delegate = await lockDelegate(tx, input.delegateId);
    if (delegate?.memberId !== memberId) refuseField('/delegateId', say.delegateUnfit);
    const given = await rows.insertAuthority(tx, { ...input, id, memberId, givenBy, givenAt: ctx.now() });
    if (!given) refuse('already-exists', {});
    const row = (await rows.findAuthority(tx, id)) ?? refuse('not-found', {});
    await record(ctx, tx, actor, 'authority.given', row);
    await tell(ctx, tx, row, 'account.authority-given', delegate.email);
    return present(row, today(ctx));
  });
}

/** Ends an authority; whoever acts by it acts for themselves from the next call on. */
export async function endAuthority(ctx: Ctx, actor: Actor, id: AuthorityId): Promise<void> {
  const endedBy = actor.accountId ?? refuse('not-signed-in', {});
  await ctx.database.write(actor, async (tx) => {
    const row = (await rows.findAuthority(tx, id)) ?? refuse('not-found', {});
    refuseUnreached(actor, 'authority.give', row.memberId);
    const ended = await rows.endAuthority(tx, id, { endedAt: ctx.now(), endedBy });
    if (!ended) refuse('wrong-state', { because: textsIn(authorityTexts, actor.lang).over });
    await record(ctx, tx, actor, 'authority.ended', row);
    await tell(ctx, tx, row, 'account.authority-ended', (await lockDelegate(tx, row.delegateId))?.email ?? '');
  });
  forgetActors();
}

function record(ctx: Ctx, tx: Tx, actor: Actor, action: string, row: rows.AuthorityRow): Promise<string> {
  const { id, memberId, accountId: account, delegateId: delegate, fromDay, untilDay } = row;
  const entry = { subject: 'authority', subjectId: id, action, memberId };
  return writeHistory(tx, { at: ctx.now(), actor, ...entry, details: { account, delegate, fromDay, untilDay } });
}

/** Both hear of it: whoever acts, and for whom, as far as they have an address. */
async function tell(ctx: Ctx, tx: Tx, row: rows.AuthorityRow, template: string, email: string): Promise<void> {
  const { memberId, delegateId, fromDay, untilDay } = row;
  const at = ctx.realNow();
  const days = { from: fromDay, until: untilDay };
  await enqueueMail(tx, { to: [row.accountId], template, params: { path: '/account', ...days }, memberId, at });
  if (email === '') return;
  // Whoever goes abroad has no account to look at: the public pages tell what the desk is.
  const params = { path: '/', lang: 'ja', ...days };
  await enqueueMailToDelegate(tx, { delegateId, memberId, template, params, at });
}

function present(row: rows.AuthorityRow, day: string): AuthorityView {
  return {
    id: row.id,
    account: { id: row.accountId, name: row.accountName },
    delegate: { id: row.delegateId, name: row.delegateName },
    eventShortName: row.eventShortName,
    fromDay: row.fromDay,
    untilDay: row.untilDay,
    standing: standingOf(row, day),
  };
}

function refuseField(pointer: FieldError['pointer'], detail: string): never {
  refuse('invalid-input', { count: 1 }, { errors: [{ pointer, detail }] });
}
