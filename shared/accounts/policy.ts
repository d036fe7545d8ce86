import { type Actor, MEMBER_ROLES, type Role } from '#shared/actor.ts';
import type { Lang } from '#shared/lang.ts';
import { scopeOf } from '#shared/permission.ts';
import { hasSecondFactor, isOfficeRole } from './second-factor.ts';

type Sentence =
  | 'onlyOfficers'
  | 'ownMember'
  | 'yourself'
  | 'otherSide'
  | 'lastAdmin'
  | 'demo'
  | 'officeNeedsApp'
  | 'mailForMembers'
  | 'mailAfterLink'
  | 'noFactor'
  | 'ownReset'
  | 'twoPeople'
  | 'notOwnCheck';
type Sentences = Record<Sentence, string>;
const sentences: Record<Lang, Sentences> = {
  ja: {
    onlyOfficers: '自治体の管理者が扱えるのは、閲覧者と担当者です。管理者については事務局にご相談ください',
    ownMember: 'ご自分の自治体の人だけを招待できます',
    yourself: 'ご自分の役割と状態は変えられません。ほかの管理者に頼んでください',
    otherSide: '自治体と事務局の間では役割を移せません。新しく招待してください',
    lastAdmin: '事務局の管理者がいなくなります。先に別の管理者を決めてください',
    demo: 'デモ用のアカウントでは、2段階の確認を使いません',
    officeNeedsApp: '事務局のアカウントでは、認証アプリかパスキーのどちらかが必要です。先にもう一方を設定してください',
    mailForMembers: '事務局のアカウントでは、メールの確認コードを使えません',
    mailAfterLink:
      'メールのリンクでサインインしたときは、メールの確認コードを使えません。パスワードでサインインしてください',
    noFactor: 'このアカウントには、取り消す2段階の確認がありません',
    ownReset: 'ご自分の2段階の確認は、ほかの管理者が取り消します',
    twoPeople: '事務局のアカウントでは、依頼した人とは別の管理者が承認します',
    notOwnCheck: 'ご自分のアカウントは、ほかの管理者か事務局が確認します',
  },
  en: {
    onlyOfficers: 'A municipality’s manager looks after its viewers and officers. Ask the office about managers',
    ownMember: 'You can invite people of your own municipality only',
    yourself: 'You cannot change your own role or state. Ask another administrator',
    otherSide: 'A role cannot move between a municipality and the office. Send a new invitation',
    lastAdmin: 'The office would have no administrator. Choose another one first',
    demo: 'Demonstration accounts use no second step',
    officeNeedsApp: 'At the office an authenticator app or a passkey is required. Set up the other one first',
    mailForMembers: 'Accounts of the office cannot use mailed codes',
    mailAfterLink: 'After signing in by a mailed link, a mailed code proves nothing more. Sign in with your password',
    noFactor: 'This account has no second step to take away',
    ownReset: 'Another administrator takes away your second step',
    twoPeople: 'For accounts of the office, an administrator other than the one who asked approves',
    notOwnCheck: 'Another manager or the office confirms your own account',
  },
};

export const isMemberRole = (role: Role): boolean => (MEMBER_ROLES as readonly Role[]).includes(role);
const isOfficerRole = (role: Role) => role === 'member_viewer' || role === 'member_editor';

/** Why the actor may not invite somebody into a role, or null. Managers invite colleagues below themselves only. */
export function whyNotInvite(actor: Actor, wanted: { role: Role; memberId: string | null }): string | null {
  if (scopeOf(actor.role, 'account.manage') === 'all') return null;
  if (!isOfficerRole(wanted.role)) return sentences[actor.lang].onlyOfficers;
  return wanted.memberId === actor.memberId ? null : sentences[actor.lang].ownMember;
}

/** Why the actor may not change an account they can see into a role, or null. */
export function whyNotChangeAccount(
  actor: Actor,
  account: { id: string; role: Role },
  wanted: { role: Role },
): string | null {
  const say = sentences[actor.lang];
  if (account.id === actor.accountId) return say.yourself;
  if (isMemberRole(account.role) !== isMemberRole(wanted.role)) return say.otherSide;
  if (scopeOf(actor.role, 'account.manage') === 'all') return null;
  return isOfficerRole(account.role) && isOfficerRole(wanted.role) ? null : say.onlyOfficers;
}

/** Why an account may not stop being an active administrator, or null; `admins` are the ids of all active ones. */
export function whyNotLoseAdmin(actor: Actor, accountId: string, admins: readonly string[]): string | null {
  return admins.some((id) => id !== accountId) ? null : sentences[actor.lang].lastAdmin;
}

/** Why an account may not set up an authenticator app, or null. */
export function whyNotSetUpTotp(lang: Lang, account: { demo: boolean }): string | null {
  return account.demo ? sentences[lang].demo : null;
}

/** Why an account may not go without its authenticator app, or null. */
export function whyNotDropTotp(lang: Lang, account: { memberId: string | null; passkeys: number }): string | null {
  return account.memberId === null && account.passkeys === 0 ? sentences[lang].officeNeedsApp : null;
}

/** Why an account may not go without one of its passkeys, or null. The demonstration's accounts owe nothing anyway. */
export function whyNotRemovePasskey(
  lang: Lang,
  account: { role: Role; demo: boolean; totpAt: Date | null; passkeys: number },
): string | null {
  const last = account.passkeys === 1 && account.totpAt === null;
  return last && isOfficeRole(account.role) && !account.demo ? sentences[lang].officeNeedsApp : null;
}

/** Why no code is mailed to an account, or null. `byLink`: whether the session began with a mailed link. */
export function whyNotMailCode(
  lang: Lang,
  account: { memberId: string | null; demo: boolean },
  byLink: boolean,
): string | null {
  const say = sentences[lang];
  if (account.demo) return say.demo;
  if (account.memberId === null) return say.mailForMembers;
  return byLink ? say.mailAfterLink : null;
}

/** Why the actor may not have an account's second factor taken away, or null. */
export function whyNotResetFactor(
  actor: Actor,
  account: { id: string; totpAt: Date | null; mailCode: boolean; passkeys: number },
): string | null {
  const say = sentences[actor.lang];
  if (account.id === actor.accountId) return say.ownReset;
  return hasSecondFactor(account) ? null : say.noFactor;
}

/** Why the actor may not approve what another administrator asked for, or null. */
export function whyNotApproveReset(
  actor: Actor,
  asked: { accountId: string; requestedBy: string | null },
): string | null {
  const say = sentences[actor.lang];
  if (asked.accountId === actor.accountId) return say.ownReset;
  return asked.requestedBy === actor.accountId ? say.twoPeople : null;
}

/** Why the actor may not answer for an account they can see in the yearly check, or null: nobody confirms themselves. */
export function whyNotAnswerCheck(actor: Actor, accountId: string): string | null {
  return accountId === actor.accountId ? sentences[actor.lang].notOwnCheck : null;
}
