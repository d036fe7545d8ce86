import type { Bilingual } from '#shared/lang.ts';

/**
 * A promise to be somewhere: a session on the programme, a meeting, an entry of another organiser's timetable. Times are half-open: [startsAt, endsAt).
 * Sessions and meetings are presented as commitments by one query; nothing here knows what a session is.
 */
export type Commitment = {
  id: string;
  kind: 'session' | 'meeting' | 'outside';
  label: Bilingual;
  startsAt: Date;
  endsAt: Date;
  /** Whatever cannot be in two places at once: `delegate:…`, `room:…`. */
  holds: readonly string[];
};

/** Whether two spans share a moment; ending when the other starts is no overlap. */
export function overlaps(
  a: Pick<Commitment, 'startsAt' | 'endsAt'>,
  b: Pick<Commitment, 'startsAt' | 'endsAt'>,
): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}
