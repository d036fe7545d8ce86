import { createHash } from 'node:crypto';
import type { Db } from '#db/connect.ts';
import { roomsOfEvent } from '#db/queries/draft-schedule.ts';
import { partiesOfDraft, partiesOfLatest } from '#db/queries/release-parties.ts';
import { latestContent, releasesOf } from '#db/queries/releases.ts';
import { sessionsOfEvent } from '#db/queries/sessions.ts';
import type { PublicSession } from '#shared/schedule/contract.ts';
import { type NextRelease, textOf } from '#shared/schedule/release.ts';
import { concernedBy, type Parties } from '#shared/schedule/release-recipients.ts';
import { releaseOf } from './read-draft.ts';

export type ReleasePlan = NextRelease & {
  number: number;
  before: readonly PublicSession[];
  /** Whom each session concerns from now on. */
  parties: Parties;
  /** Each municipality that is told, with its changed sessions. */
  concerned: ReadonlyMap<string, readonly string[]>;
  fingerprint: string;
};

/** What a release made now would show and change, and whom it concerns: what is previewed and what is done are one. */
export async function planRelease(db: Db, eventId: string): Promise<ReleasePlan> {
  const rows = await sessionsOfEvent(db, eventId);
  const before = await latestContent(db, eventId);
  const next = releaseOf(rows, await roomsOfEvent(db, eventId), before);
  const parties = await partiesOfDraft(db, eventId);
  const concerned = concernedBy(next.changed, await partiesOfLatest(db, eventId), parties);
  const [latest] = await releasesOf(db, eventId, 1);
  const number = (latest?.number ?? 0) + 1;
  return { ...next, number, before, parties, concerned, fingerprint: fingerprintOf(number, next, concerned) };
}

/** The same for the same differences told to the same municipalities, and for nothing else. */
function fingerprintOf(number: number, { changed }: NextRelease, concerned: ReleasePlan['concerned']): string {
  const seen = textOf([number, changed, [...concerned].sort(([a], [b]) => (a < b ? -1 : 1))]);
  return createHash('sha256').update(seen).digest('base64url');
}

/** What each changed session is called: as it will be, or as it was when it goes. */
export function titlesOf({ sessions, before }: ReleasePlan): Map<string, PublicSession['title']> {
  return new Map([...before, ...sessions].map(({ id, title }) => [id, title]));
}
