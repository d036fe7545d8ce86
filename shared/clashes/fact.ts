import type { Bilingual } from '#shared/lang.ts';
import type { Day } from '#shared/time.ts';
import type { Commitment } from './commitment.ts';

/** Half-open, in minutes since 1970 began (UTC), so that thousands are compared quickly. */
export type Span = { from: number; to: number };

/** What a session's texts lack. */
export const GAPS = ['titleJa', 'titleEn', 'abstractJa', 'abstractEn'] as const;
export type Gap = (typeof GAPS)[number];

/** What a session needs and its municipality asked for. */
export type Asks = {
  interpretation: boolean;
  /** When it is wished, first wish first. */
  wishes: readonly Span[];
  /** When it must not be, in the municipality's own words. */
  noGo: string;
  headSpeaks: boolean;
  gaps: readonly Gap[];
  /** Nobody is named to speak yet. */
  undecided: boolean;
};

/** Something planned with a time: who is there, where, and what it asks for. */
export type Fact = Span & {
  id: string;
  kind: Commitment['kind'];
  label: Bilingual;
  /** Ids of delegates who must be on the spot. */
  people: readonly string[];
  roomId: string | null;
  venueId: string | null;
  zone: string | null;
  /** Nobody walks to it. */
  online: boolean;
  /** The venue's clocks, and the day they show when it begins. */
  timeZone: string;
  day: Day;
  /** Minutes for which the room is taken before and after. */
  before: number;
  after: number;
  asks: Asks | null;
};

/** What an event presumes; data of the event, changed by the office. */
export type Planning = {
  /** Minutes to walk between rooms of one venue, and between two venues whose way nobody has entered. */
  roomMinutes: number;
  venueMinutes: number;
  /** Sessions that can be interpreted at once. */
  interpreterTeams: number;
  ways: readonly { a: string; b: string; minutes: number }[];
};

/** A person's days: those with a place in the Blue Zone, and when they come and go, as far as it is known. */
export type Stay = {
  arrives: Day | null;
  leaves: Day | null;
  covers: readonly { from: Day; to: Day }[];
};
