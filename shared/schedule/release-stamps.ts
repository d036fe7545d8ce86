import type { PublicSession } from './contract.ts';

/** How many releases touched a session, and when the last of them did. */
export type Stamp = { revision: number; changedAt: string };
type Stampable = { revision?: number | null | undefined; changedAt?: string | null | undefined };
type Release = { number: number; releasedAt: Date };

/**
 * The stamp of a session as a release shows it. Releases made before sessions were stamped touched all of theirs, as
 * far as anybody was told: calendars had counted the release then, and a count must never go back (RFC 5545, 3.8.7.4).
 */
export function stampOf(session: Stampable, release: Release): Stamp {
  return {
    revision: session.revision ?? release.number,
    changedAt: session.changedAt ?? release.releasedAt.toISOString(),
  };
}

/**
 * Stamps what the next release shows: the touched are counted one up at `at`, the others keep what they had. `known`
 * says what was last shown of each session in any release, so that one taken off and put back goes on counting.
 */
export function stamped(
  sessions: readonly PublicSession[],
  touched: ReadonlySet<string>,
  known: ReadonlyMap<string, Stamp>,
  at: Date,
): PublicSession[] {
  return sessions.map((session) => {
    const last = known.get(session.id);
    if (last && !touched.has(session.id)) return { ...session, ...last };
    return { ...session, revision: (last?.revision ?? 0) + 1, changedAt: at.toISOString() };
  });
}
