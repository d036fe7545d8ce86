import type { PublicSession } from './contract.ts';

/** A session of the draft as a release would show it: null `shown` while it has no room and time. */
export type DraftSession = { id: string; cancelled: boolean; shown: PublicSession | null };

export type NextRelease = { sessions: PublicSession[]; changed: string[] };

/**
 * What a release made now would show, and which sessions it would change for the public: new, different, cancelled or
 * taken off. A session that was public and is cancelled stays, marked so, because somebody may be on the way to it;
 * one that was never public does not appear.
 */
export function nextRelease(draft: readonly DraftSession[], last: readonly PublicSession[]): NextRelease {
  const before = new Map(last.map((session) => [session.id as string, session]));
  const sessions = draft
    .map((one) => shownNow(one, before.get(one.id)))
    .filter((session) => session !== null)
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : a.id.localeCompare(b.id)));
  const now = new Map(sessions.map((session) => [session.id as string, session]));
  const changed = [...new Set([...now.keys(), ...before.keys()])].filter(
    (id) => textOf(now.get(id)) !== textOf(before.get(id)),
  );
  return { sessions, changed };
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
