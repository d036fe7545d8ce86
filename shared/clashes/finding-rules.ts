import type { Day } from '#shared/time.ts';
import type { Fact, Gap, Planning, Stay } from './fact.ts';

export const FINDING_KINDS = [
  ...(['room_twice', 'two_places'] as const),
  ...(['short_way', 'no_pass', 'away', 'no_interpreter', 'outside_wish', 'no_go', 'late_in_japan'] as const),
  ...(['missing_text', 'no_speaker'] as const),
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Blocking: it cannot happen as planned. Warning: it can, and somebody should have thought of it. */
export function strengthOf(kind: FindingKind): 'blocking' | 'warning' {
  return kind === 'room_twice' || kind === 'two_places' ? 'blocking' : 'warning';
}

export type Finding = {
  /** The same as long as its cause is the same: the kind and the things it is about. */
  key: string;
  kind: FindingKind;
  personId: string | null;
  about: readonly Fact[];
  /** Minutes that the way takes, and that there are. */
  way?: { needed: number; given: number };
  gaps?: readonly Gap[];
};

const DAY = 24 * 60;
const JAPAN_AHEAD = 9 * 60;

/** How many minutes lie between two places: none within a room or online, otherwise what the event presumes. */
export function wayBetween(a: Fact, b: Fact, planning: Planning): number {
  if (a.online || b.online || (a.roomId !== null && a.roomId === b.roomId)) return 0;
  if (a.venueId !== null && a.venueId === b.venueId) return planning.roomMinutes;
  const own = planning.ways.find(
    (way) => (way.a === a.venueId && way.b === b.venueId) || (way.a === b.venueId && way.b === a.venueId),
  );
  return own?.minutes ?? planning.venueMinutes;
}

/** What is wrong with one person's two things: both at once, or no time for the way. */
export function betweenTwo(personId: string, x: Fact, y: Fact, planning: Planning): Finding | null {
  const [a, b] = x.from < y.from || (x.from === y.from && x.id < y.id) ? [x, y] : [y, x];
  const pair = [a.id, b.id].sort().join(':');
  if (b.from < a.to) return { key: `two_places:${personId}:${pair}`, kind: 'two_places', personId, about: [a, b] };
  const needed = wayBetween(a, b, planning);
  const given = b.from - a.to;
  if (given >= needed) return null;
  return { key: `short_way:${personId}:${pair}`, kind: 'short_way', personId, about: [a, b], way: { needed, given } };
}

/** What is wrong with a person's own days: no place in the Blue Zone, not there yet, gone already. Each day once. */
export function daysOfPerson(personId: string, facts: readonly Fact[], stay: Stay | undefined): Finding[] {
  const found = new Map<string, Finding & { about: Fact[] }>();
  const add = (kind: 'no_pass' | 'away', fact: Fact) => {
    const key = `${kind}:${personId}:${fact.day}`;
    const finding = found.get(key) ?? { key, kind, personId, about: [] };
    finding.about.push(fact);
    found.set(key, finding);
  };
  for (const fact of facts) {
    if (fact.zone === 'blue' && !isCovered(fact.day, stay)) add('no_pass', fact);
    if (!fact.online && isAway(fact.day, stay)) add('away', fact);
  }
  return [...found.values()];
}

function isCovered(day: Day, stay: Stay | undefined): boolean {
  return stay?.covers.some((one) => one.from <= day && day <= one.to) ?? false;
}

function isAway(day: Day, stay: Stay | undefined): boolean {
  return (stay?.arrives != null && day < stay.arrives) || (stay?.leaves != null && stay.leaves < day);
}

/** Two things in one room at once, set-up and tear-down included. The hold itself cannot be doubled: the table refuses. */
export function inOneRoom(x: Fact, y: Fact): Finding | null {
  const [a, b] = x.from < y.from || (x.from === y.from && x.id < y.id) ? [x, y] : [y, x];
  if (b.from - b.before >= a.to + a.after) return null;
  return { key: `room_twice:${[a.id, b.id].sort().join(':')}`, kind: 'room_twice', personId: null, about: [a, b] };
}

/** Times of one day at which more sessions need interpreters than there are teams, each stretch once. */
export function tooFewInterpreters(facts: readonly Fact[], teams: number): Finding[] {
  const asking = facts.filter((one) => one.asks?.interpretation).sort((a, b) => a.from - b.from || order(a, b));
  const edges = [...new Set(asking.flatMap((one) => [one.from, one.to]))].sort((a, b) => a - b);
  const found: { from: number; about: Set<Fact> }[] = [];
  let open: { from: number; about: Set<Fact> } | null = null;
  for (const at of edges) {
    const now = asking.filter((one) => one.from <= at && at < one.to);
    if (now.length <= teams) open = null;
    else if (open) for (const one of now) open.about.add(one);
    else {
      open = { from: at, about: new Set(now) };
      found.push(open);
    }
  }
  return found.map(({ from, about }) => ({
    ...{ key: `no_interpreter:${from}`, kind: 'no_interpreter' as const, personId: null },
    about: [...about],
  }));
}

/** What is wrong with one session by itself. */
export function ofItself(fact: Fact): Finding[] {
  const { asks } = fact;
  if (!asks) return [];
  const kinds: FindingKind[] = [];
  if (asks.wishes.length > 0 && rankOf(fact, asks.wishes) === null) kinds.push('outside_wish');
  if (asks.noGo !== '') kinds.push('no_go');
  if (asks.headSpeaks && isLateInJapan(fact)) kinds.push('late_in_japan');
  if (asks.gaps.length > 0) kinds.push('missing_text');
  if (asks.undecided) kinds.push('no_speaker');
  return kinds.map((kind) => ({
    ...{ key: `${kind}:${fact.id}`, kind, personId: null, about: [fact] },
    ...(kind === 'missing_text' ? { gaps: asks.gaps } : {}),
  }));
}

/** Which wish a time fulfils, whole: 1 for the first; null when none. */
export function rankOf(span: { from: number; to: number }, wishes: readonly { from: number; to: number }[]) {
  const at = wishes.findIndex((wish) => wish.from <= span.from && span.to <= wish.to);
  return at < 0 ? null : at + 1;
}

/** Whether any of it is between 22:00 and 7:00 in Japan. */
export function isLateInJapan({ from, to }: { from: number; to: number }): boolean {
  const start = (from + JAPAN_AHEAD) % DAY;
  return start < 7 * 60 || start + (to - from) > 22 * 60;
}

function order(a: Fact, b: Fact): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
