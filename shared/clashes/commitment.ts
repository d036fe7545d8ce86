/**
 * A promise to be somewhere: a session on the programme, a meeting. Times are half-open: [startsAt, endsAt).
 * Sessions and meetings are presented as commitments by one query; nothing here knows what a session is.
 */
export type Commitment = {
  id: string;
  kind: 'session' | 'meeting';
  label: string;
  startsAt: Date;
  endsAt: Date;
  /** Whatever cannot be in two places at once: `delegate:…`, `room:…`. */
  holds: readonly string[];
};

export function overlaps(
  a: Pick<Commitment, 'startsAt' | 'endsAt'>,
  b: Pick<Commitment, 'startsAt' | 'endsAt'>,
): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}
