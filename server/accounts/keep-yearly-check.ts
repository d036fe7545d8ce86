import type { Tx } from '#db/connect.ts';
import {
  answerCheck,
  managersAndAdmins,
  openChecks,
  unansweredChecks,
  whoHasToAnswer,
} from '#db/queries/account-checks.ts';
import { endSessionsOf } from '#db/queries/account-sessions.ts';
import { lockAccount, updateAccount } from '#db/queries/accounts.ts';
import { enqueueMail } from '#db/queries/enqueue-mail.ts';
import { writeHistory } from '#db/queries/history.ts';
import { yearlyCheckAt } from '#shared/accounts/yearly-check.ts';
import type { Ctx } from '../context.ts';
import { theProgram } from '../who.ts';
import { forgetActors } from './find-actor.ts';

const PAGE = { path: '/account-check' };
const OFFICE_PAGE = { path: '/desk/account-checks' };

/**
 * What the yearly check asks of the program itself: on 1 April it asks the managers, some days before the end it
 * reminds them, and after the end it suspends whoever nobody has confirmed. May run as often as one likes, anywhere.
 * A year in which the program first runs after 15 April has no check: nobody could have answered.
 */
export async function keepYearlyCheck(ctx: Ctx): Promise<void> {
  const { year, isOpen, isNearlyOver } = yearlyCheckAt(ctx.now());
  if (isOpen) {
    await ctx.database.write(theProgram, async (tx) => {
      if (await openChecks(tx, year, ctx.now())) await tell(ctx, tx, year, 'account.check-asked', false);
      else if (isNearlyOver) await tell(ctx, tx, year, 'account.check-reminder', true);
    });
  }
  const due = await ctx.database.read(theProgram, (db) => unansweredChecks(db, isOpen ? year - 1 : year));
  // One account a transaction: a person who answers at this very moment waits for one row, and not for all of them.
  for (const one of due) await ctx.database.write(theProgram, (tx) => closeCheck(ctx, tx, one));
  if (due.length > 0) forgetActors();
}

async function tell(ctx: Ctx, tx: Tx, year: number, template: string, alsoOffice: boolean): Promise<void> {
  const mail = { template, dedupeKey: `${template}-${year}`, at: ctx.realNow() };
  for (const { accountId, memberId } of await whoHasToAnswer(tx, year)) {
    if (memberId !== null) await enqueueMail(tx, { ...mail, to: [accountId], params: PAGE, memberId });
    else if (alsoOffice) await enqueueMail(tx, { ...mail, to: [accountId], params: OFFICE_PAGE });
  }
}

async function closeCheck(ctx: Ctx, tx: Tx, { accountId, year }: { accountId: string; year: number }): Promise<void> {
  const now = ctx.now();
  const account = await lockAccount(tx, accountId);
  if (!account) return;
  const open = await answerCheck(tx, { accountId, year }, { verdict: 'unanswered', at: now, by: null }, true);
  // The demonstration's people are there for everybody who looks at it.
  if (!open || account.state !== 'active' || account.demo) return;
  await updateAccount(tx, accountId, { state: 'suspended', version: account.version + 1 });
  await endSessionsOf(tx, accountId, null);
  const { memberId } = account;
  await writeHistory(tx, {
    ...{ at: now, actor: theProgram, subject: 'account', subjectId: accountId, action: 'check-unanswered' },
    ...{ from: account.state, to: 'suspended', memberId, details: { year } },
  });
  const at = ctx.realNow();
  const told = { path: '/sign-in', even: 'suspended' };
  await enqueueMail(tx, { to: [accountId], template: 'account.check-suspended', params: told, memberId, at });
  if (memberId === null) return;
  const mail = { template: 'account.check-closed', dedupeKey: `account.check-closed-${year}-${memberId}`, at };
  for (const { id, office } of await managersAndAdmins(tx, memberId)) {
    if (id === accountId) continue;
    await enqueueMail(tx, {
      ...mail,
      to: [id],
      params: office ? OFFICE_PAGE : { path: '/account' },
      memberId,
    });
  }
}
