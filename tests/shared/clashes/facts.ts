import type { Asks, Fact, Planning } from '#shared/clashes/fact.ts';

export const PLANNING: Planning = { roomMinutes: 5, venueMinutes: 15, interpreterTeams: 1, ways: [] };
export const ASKS: Asks = {
  interpretation: false,
  wishes: [],
  noGo: '',
  headSpeaks: false,
  gaps: [],
  undecided: false,
};

/** 9:00 on 11 November 2027 in Addis Ababa, 15:00 in Japan. */
export const NINE = Date.UTC(2027, 10, 11, 6) / 60_000;

/** A session of an hour in the Green Zone, from so many minutes after nine. */
export function aFact(id: string, after: number, more: Partial<Fact> = {}): Fact {
  return {
    ...{ id, kind: 'session', label: { ja: id, en: id }, from: NINE + after, to: NINE + after + 60, people: [] },
    ...{ roomId: `room-${id}`, venueId: 'v1', zone: 'green', online: false, before: 0, after: 0, asks: null },
    ...{ timeZone: 'Africa/Addis_Ababa', day: '2027-11-11' },
    ...more,
  };
}
