import type { Actor, Role } from './actor.ts';
import type { Lang } from './lang.ts';
import { roleNames } from './role-texts.ts';

/** How far a permission reaches: every municipality's things, those of the actor's own municipality, or none. */
export type Scope = 'all' | 'own' | 'none';

const everyone: readonly Role[] = [
  'anonymous',
  'member_viewer',
  'member_editor',
  'member_manager',
  'staff_triager',
  'staff_coordinator',
  'registrar',
  'staff_admin',
  'auditor',
];
const signedIn = everyone.slice(1);
const members = ['member_viewer', 'member_editor', 'member_manager'] as const;
const writingMembers = ['member_editor', 'member_manager'] as const;
const desk = ['staff_triager', 'staff_coordinator', 'registrar'] as const;

/**
 * Who may do what, as one table that the server, the screens and the tests share.
 * `own` roles reach their own municipality's things only; anything else is not there for them.
 * The administrator manages people and settings and reads no requests; the auditor reads the record of changes only.
 */
export const PERMISSIONS = {
  'public.read': { all: everyone },
  'account.sign-in': { all: everyone },
  'account.self': { all: signedIn },
  'account.list': { own: ['member_manager'], all: ['staff_admin'] },
  'account.manage': { own: ['member_manager'], all: ['staff_admin'] },
  'authority.read': { own: members, all: desk },
  'authority.give': { own: ['member_manager'] },
  'authority.use': { own: members },
  'account.reset-factor': { all: ['staff_admin'] },
  'staff.list': { all: desk },
  'organisation.read': { all: signedIn },
  'organisation.change': { all: ['staff_coordinator', 'staff_admin'] },
  'event.read': { all: signedIn },
  'event.change': { all: ['staff_admin'] },
  'delegation.read': { own: members, all: desk },
  'delegation.change': { own: writingMembers, all: ['staff_coordinator', 'registrar'] },
  'identity.read': { own: members, all: desk },
  'identity.enter': { own: writingMembers },
  'identity.ask': { own: writingMembers, all: ['staff_coordinator', 'registrar'] },
  'identity.reveal': { own: ['member_manager'], all: ['staff_coordinator', 'registrar'] },
  'identity.by-link': { all: everyone },
  'retention.read': { all: ['staff_coordinator', 'registrar', 'staff_admin'] },
  'retention.request': { all: ['staff_coordinator', 'registrar'] },
  'retention.approve': { all: ['registrar', 'staff_admin'] },
  'retention.hold': { all: ['staff_admin'] },
  'retention.end-hold': { all: ['registrar', 'staff_admin'] },
  'certificate.read': { own: ['member_manager'], all: ['staff_coordinator', 'registrar', 'staff_admin', 'auditor'] },
  'call.read': { all: [...members, ...desk, 'staff_admin'] },
  'call.change': { all: ['staff_coordinator', 'staff_admin'] },
  'call.except': { all: ['staff_coordinator'] },
  'proposal.read': { all: desk },
  'proposal.score': { all: ['staff_triager', 'staff_coordinator'] },
  'proposal.decide': { all: ['staff_coordinator'] },
  'request.read': { own: members, all: desk },
  'request.write': { own: writingMembers, all: ['staff_coordinator'] },
  'task.read': { own: members, all: desk },
  'task.do': { own: writingMembers, all: ['staff_triager', 'staff_coordinator'] },
  'task.plan': { all: ['staff_coordinator'] },
  'sign-off.decide': { own: ['member_manager'] },
  'request.message': { own: writingMembers, all: desk },
  'request.triage': { all: ['staff_triager', 'staff_coordinator'] },
  'request.note': { all: ['staff_triager', 'staff_coordinator'] },
  'view.keep': { all: desk },
  'pass.read': { all: desk },
  'pass.allot': { all: ['staff_coordinator', 'registrar'] },
  'schedule.read': { all: [...desk, 'staff_admin'] },
  'schedule.arrange': { all: ['staff_coordinator'] },
  'proof.read': { own: members },
  'proof.answer': { own: writingMembers },
  'schedule.release': { all: ['staff_coordinator', 'staff_admin'] },
  'bilateral.read': { own: members, all: desk },
  'bilateral.arrange': { all: ['staff_coordinator'] },
  'finding.read': { all: desk },
  'outbox.read': { all: ['staff_coordinator', 'staff_admin'] },
  'outbox.send': { all: ['staff_coordinator', 'staff_admin'] },
  'history.read': { own: ['member_manager'], all: ['auditor'] },
  'history.export': { all: ['auditor'] },
} as const satisfies Record<string, { own?: readonly Role[]; all?: readonly Role[] }>;

export type Action = keyof typeof PERMISSIONS;
export const ACTIONS = Object.keys(PERMISSIONS) as Action[];

/**
 * What no access token reaches: signing in, what is the person's own, who else has an account, and passports.
 * Nor does it reach what a person must prove themselves anew for (`stepUp`).
 */
const NEVER_BY_TOKEN: readonly Action[] = [
  'account.sign-in',
  'account.self',
  'account.manage',
  'account.reset-factor',
  'authority.give',
  'authority.use',
  'identity.enter',
  'identity.reveal',
  'identity.by-link',
];

/** Whether a program may do it for a person at all; whether the person may is `may`. */
export function openToTokens({ action, stepUp }: { action: Action; stepUp?: true }): boolean {
  return !stepUp && !NEVER_BY_TOKEN.includes(action);
}

/** How far `role` may go with `action`. */
export function scopeOf(role: Role, action: Action): Scope {
  const { own, all }: { own?: readonly Role[]; all?: readonly Role[] } = PERMISSIONS[action];
  if (all?.includes(role)) return 'all';
  return own?.includes(role) ? 'own' : 'none';
}

export function may(actor: Actor, action: Action): boolean {
  return scopeOf(actor.role, action) !== 'none';
}

/** Why not, in words fit for a tooltip, or null when permitted: the server refuses with it, the screen explains with it. */
export function whyNot(actor: Actor, action: Action, lang: Lang = actor.lang): string | null {
  if (may(actor, action)) return null;
  const names = roleNames[lang];
  if (actor.role === 'anonymous') return lang === 'ja' ? 'サインインしてください' : 'Sign in first';
  const allowed = everyone.filter((role) => scopeOf(role, action) !== 'none').map((role) => names[role]);
  return lang === 'ja' ? `この操作は${allowed.join('・')}が行えます` : `This is done by: ${allowed.join(', ')}`;
}
