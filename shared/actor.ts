import { z } from 'zod';
import type { AccountId, DelegateId, OrganisationId, SessionId } from './ids.ts';
import type { Lang } from './lang.ts';

/** Everyone who may act. `worker` is the program itself; `anonymous` is whoever has not signed in. */
export const ROLES = [
  'anonymous',
  'member_viewer',
  'member_editor',
  'member_manager',
  'staff_triager',
  'staff_coordinator',
  'registrar',
  'staff_admin',
  'auditor',
  'worker',
] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const MEMBER_ROLES = ['member_viewer', 'member_editor', 'member_manager'] as const satisfies readonly Role[];
export const OFFICE_ROLES = [
  'staff_triager',
  'staff_coordinator',
  'registrar',
  'staff_admin',
  'auditor',
] as const satisfies readonly Role[];

/** How far an access token reaches: it looks, or it also changes what the person may change. */
export const TOKEN_SCOPES = ['read', 'read-write'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** What a session that has only begun still owes: the code of a second factor, or setting one up. */
export const OWED = ['code', 'set-up'] as const;
export type Owed = (typeof OWED)[number];

/** Who is acting, as it comes from the session's or the access token's row and from nowhere else. */
export type Actor = {
  /** `anonymous` until nothing is owed any more, so that a half signed-in session can do nothing by mistake. */
  role: Role;
  accountId: AccountId | null;
  sessionId: SessionId | null;
  /** The municipality a member's account belongs to; null for the office, for the public and for the program. */
  memberId: OrganisationId | null;
  name: string;
  lang: Lang;
  /** For whom the session acts by an authority that holds today; the record names both, and no right comes with it. */
  actingFor?: DelegateId | null;
  /** Only when a program acts for the person, with one of their access tokens. */
  tokenScope?: TokenScope;
  /** 1 when a password or a mailed link has proved who this is, 2 when a second factor has too. */
  aal: 1 | 2;
  /** When the session last proved itself with a password or a code; wall clock, null when it has not. */
  stepUpAt: Date | null;
  owes: Owed | null;
};

/** How long proving oneself counts for what is guarded by it, in minutes. */
const STEP_UP_MINUTES = 10;

/** Whether the session has just proved itself, as `stepUp` operations ask. */
export function hasSteppedUp({ stepUpAt }: Actor, now: Date): boolean {
  return stepUpAt !== null && now.getTime() - stepUpAt.getTime() < STEP_UP_MINUTES * 60_000;
}

export function isMember(actor: Actor): actor is Actor & { memberId: OrganisationId; accountId: AccountId } {
  return (MEMBER_ROLES as readonly Role[]).includes(actor.role);
}

/** Whether the actor works at the office (any office role, the administrator and the auditor included). */
export function isOffice(actor: Actor): actor is Actor & { accountId: AccountId } {
  return (OFFICE_ROLES as readonly Role[]).includes(actor.role);
}

/** How far nobody in particular has proved who they are. */
export const UNPROVED = { aal: 1, stepUpAt: null, owes: null } as const;

export function anonymous(lang: Lang): Actor {
  return { role: 'anonymous', accountId: null, sessionId: null, memberId: null, name: '', lang, ...UNPROVED };
}
