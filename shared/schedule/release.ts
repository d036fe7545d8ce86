import type { ChangedSession } from './change-contract.ts';
import type { PublicSession } from './contract.ts';
import { byTime, changesBetween } from './release-changes.ts';

/** A session of the draft as a release would show it: null `shown` while it has no room and time. */
export type DraftSession = { id: string; cancelled: boolean; shown: PublicSession | null };

export type NextRelease = { sessions: PublicSession[]; changed: ChangedSession[] };

/**
 * What a release made now would show, and what it would change for the public: sessions new, different, cancelled or
 * taken off. A session that was public and is cancelled stays, marked so, because somebody may be on the way to it;
 * one that was never public does not appear.
 */
export function nextRelease(draft: readonly DraftSession[], last: readonly PublicSession[]): NextRelease {
  const before = new Map(last.map((session) => [session.id as string, session]));
  const sessions = draft
    .map((one) => shownNow(one, before.get(one.id)))
    .filter((session) => session !== null)
    .sort(byTime);
  return { sessions, changed: changesBetween(last, sessions) };
}

function shownNow(draft: DraftSession, before: PublicSession | undefined): PublicSession | null {
  if (!draft.cancelled) return draft.shown;
  return before ? { ...before, state: 'cancelled' } : null;
}

/** The same text for the same content, whatever the order of its keys: the database gives keys back in its own order. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
