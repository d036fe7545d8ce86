import type { AccountRow } from '#db/queries/accounts.ts';
import { accountFieldTexts } from '#shared/accounts/field-texts.ts';
import { isWeak, wordsAround } from '#shared/accounts/weak-password.ts';
import type { Lang } from '#shared/lang.ts';
import { refuse } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';

/** Refuses a new password that is on the lists or says little more than its account does. */
export function refuseWeakPassword(account: AccountRow, name: string, password: string, lang: Lang): void {
  const memberNames = [account.memberNameJa, account.memberNameEn].filter((one) => one !== null);
  if (!isWeak(password, wordsAround({ email: account.email, name, memberNames }))) return;
  const detail = textsIn(accountFieldTexts, lang).passwordWeak;
  refuse('invalid-input', { count: 1 }, { errors: [{ pointer: '/password', detail }] });
}
