import type { ChangedSession } from './change-contract.ts';

/** Which municipalities have a part in a session: they asked for it, host it, or send a speaker. */
export type Parties = ReadonlyMap<string, readonly string[]>;

/**
 * Whom the changes of a release concern: each municipality with its changed sessions, in the order of the changes. Who
 * had a part before counts as much as who has one now, so that nobody travels to a session that is theirs no more.
 */
export function concernedBy(
  changed: readonly Pick<ChangedSession, 'id'>[],
  before: Parties,
  now: Parties,
): Map<string, string[]> {
  const concerned = new Map<string, string[]>();
  for (const { id } of changed) {
    for (const memberId of new Set([...(before.get(id) ?? []), ...(now.get(id) ?? [])])) {
      const sessions = concerned.get(memberId);
      if (sessions) sessions.push(id);
      else concerned.set(memberId, [id]);
    }
  }
  return concerned;
}
