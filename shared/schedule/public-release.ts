import type { Bilingual } from '#shared/lang.ts';
import type { Change } from './change-contract.ts';
import type { PublicSession } from './contract.ts';
import type { Mark, ReleaseChanges } from './release-changes.ts';

/** What one release changed, with enough of each session to name it. */
export type PublicRelease = ReleaseChanges & {
  id: string;
  releasedAt: Date;
  comment: Bilingual;
  /** The first release changes nothing: there was none before. */
  first: boolean;
  /** How many sessions it shows. */
  sessions: number;
  /** The changed sessions: as they are, or as they were when they are gone. */
  shown: ReadonlyMap<string, PublicSession>;
};

/** Everything the public may know of how a programme came about; the latest release first. */
export type PublicHistory = { eventId: string; releases: readonly PublicRelease[] };

export type ShownChange = { session: PublicSession; mark: Mark; gone: boolean; changes: readonly Change[] };
