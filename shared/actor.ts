import { z } from 'zod';
import type { AccountId, OrganisationId, SessionId } from './ids.ts';
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

/** Who is acting, as it comes from the session's or the access token's row and from nowhere else. */
export type Actor = {
  role: Role;
  accountId: AccountId | null;
  sessionId: SessionId | null;
  /** The municipality a member's account belongs to; null for the office, for the public and for the program. */
  memberId: OrganisationId | null;
  name: string;
  lang: Lang;
  /** Only when a program acts for the person, with one of their access tokens. */
  tokenScope?: TokenScope;
};

export function isMember(actor: Actor): actor is Actor & { memberId: OrganisationId; accountId: AccountId } {
  return (MEMBER_ROLES as readonly Role[]).includes(actor.role);
}

/** Whether the actor works at the office (any office role, the administrator and the auditor included). */
export function isOffice(actor: Actor): actor is Actor & { accountId: AccountId } {
  return (OFFICE_ROLES as readonly Role[]).includes(actor.role);
}

export function anonymous(lang: Lang): Actor {
  return { role: 'anonymous', accountId: null, sessionId: null, memberId: null, name: '', lang };
}
