import { type Actor, MEMBER_ROLES, type Role } from '#shared/actor.ts';
import type { Lang } from '#shared/lang.ts';
import { scopeOf } from '#shared/permission.ts';

type Sentences = Record<'onlyOfficers' | 'ownMember' | 'yourself' | 'otherSide' | 'lastAdmin', string>;
const sentences: Record<Lang, Sentences> = {
  ja: {
    onlyOfficers: '自治体の管理者が扱えるのは、閲覧者と担当者です。管理者については事務局にご相談ください',
    ownMember: 'ご自分の自治体の人だけを招待できます',
    yourself: 'ご自分の役割と状態は変えられません。ほかの管理者に頼んでください',
    otherSide: '自治体と事務局の間では役割を移せません。新しく招待してください',
    lastAdmin: '事務局の管理者がいなくなります。先に別の管理者を決めてください',
  },
  en: {
    onlyOfficers: 'A municipality’s manager looks after its viewers and officers. Ask the office about managers',
    ownMember: 'You can invite people of your own municipality only',
    yourself: 'You cannot change your own role or state. Ask another administrator',
    otherSide: 'A role cannot move between a municipality and the office. Send a new invitation',
    lastAdmin: 'The office would have no administrator. Choose another one first',
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
