import type { Actor } from '#shared/actor.ts';
import { type Action, scopeOf } from '#shared/permission.ts';
import { refuse } from '#shared/problem.ts';

/** Whether what belongs to a municipality is there at all for the actor. */
export function reaches(actor: Actor, action: Action, memberId: string): boolean {
  const scope = scopeOf(actor.role, action);
  return scope === 'all' || (scope === 'own' && actor.memberId === memberId);
}

/** Refuses what belongs to somebody else's municipality as if it were not there. */
export function refuseUnreached(actor: Actor, action: Action, memberId: string): void {
  if (!reaches(actor, action, memberId)) refuse('not-found', {});
}

/** The municipality to which a list is narrowed for the actor; null when they see every one's. */
export function ownOnly(actor: Actor, action: Action): string | null {
  return scopeOf(actor.role, action) === 'all' ? null : (actor.memberId ?? refuse('not-found', {}));
}
