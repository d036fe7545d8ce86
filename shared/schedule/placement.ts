import type { Fact, Span } from '#shared/clashes/fact.ts';
import type { FindingIndex } from '#shared/clashes/finding-index.ts';
import { type Finding, type FindingKind, rankOf, strengthOf } from '#shared/clashes/finding-rules.ts';
import { type Board, movedTo, type Opening, openingsOf, QUARTER } from '#shared/clashes/openings.ts';
import type { LinearModel, Row } from '#shared/linear-model.ts';

/**
 * What a proposal is worth: the first wish most, and a little less for everything that somebody would have to look at.
 * To be placed at all is worth more than all of this together.
 */
export const WISH_WEIGHTS = [6, 4, 3] as const;
export const PER_WARNING = 1;
/** No session has more of them at one place. */
const MOST_WARNINGS = 8;

/** A session without a place, as a fact whose time counts for its length only. */
export type Unplaced = Fact;
/** One way to place one session. */
export type Candidate = { session: number; opening: Opening; fact: Fact; gain: number; warnings: FindingKind[] };
export type PlacementModel = { sessions: readonly Unplaced[]; candidates: Candidate[]; model: LinearModel };

/**
 * The choice of a time and a room for each session as a model: every quarter of an hour inside its wishes, every hour
 * elsewhere, every half hour when it has none, where nothing that is fixed is in the way. The same model whatever the order of the sessions: they and
 * the rooms are taken by their ids. Two sessions of one proposal keep to rooms and people; the way between them, and
 * interpreters, only count against what is fixed.
 */
export function placementModel(unplaced: readonly Unplaced[], board: Board, fixed: FindingIndex): PlacementModel {
  const { sessions, rooms } = inOrder(unplaced, board);
  return modelOf(
    sessions,
    sessions.flatMap((_, at) => candidatesOf(sessions, at, { ...board, rooms }, fixed)),
  );
}

/** Sessions and rooms by their ids. */
export function inOrder(unplaced: readonly Unplaced[], { rooms }: Board) {
  return { sessions: unplaced.toSorted(byId), rooms: rooms.toSorted(byId) };
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}

/** The ways to place one of the sessions; for each session apart, so that the program can do other things in between. */
export function candidatesOf(
  sessions: readonly Unplaced[],
  session: number,
  board: Board,
  fixed: FindingIndex,
): Candidate[] {
  const fact = sessions[session];
  if (!fact) return [];
  return openingsOf(board, fact.to - fact.from).flatMap((opening): Candidate[] => {
    const there = movedTo(fact, opening);
    const rank = rankAt(there);
    const step = rank !== null ? QUARTER : (fact.asks?.wishes.length ?? 0) > 0 ? 60 : 30;
    if ((opening.from - midnightOf(board, opening)) % step !== 0) return [];
    const wrong = fixed.against(there);
    if (wrong.some((one) => strengthOf(one.kind) === 'blocking')) return [];
    const warnings = wrong.map((one) => one.kind).filter((kind) => BY_PLACE.includes(kind));
    return [{ session, opening, fact: there, gain: worthOf(rank, warnings.length), warnings }];
  });
}

/** The model of all candidates of sessions in order. */
export function modelOf(sessions: readonly Unplaced[], candidates: Candidate[]): PlacementModel {
  const placed = 1 + sessions.length * (WISH_WEIGHTS[0] + MOST_WARNINGS * PER_WARNING);
  const columns = candidates.map(({ gain }) => ({ gain: placed + gain }));
  return { sessions, candidates, model: { columns, rows: rowsOf(sessions, candidates) } };
}

/** What the place of a session can mend. */
const BY_PLACE: readonly FindingKind[] = ['short_way', 'no_pass', 'away', 'no_interpreter', 'late_in_japan'];

/** What a place is worth besides being one: the weight of the wish less what somebody would have to look at. */
export function worthOf(rank: number | null, warnings: number): number {
  const wish = rank === null ? 0 : (WISH_WEIGHTS[rank - 1] ?? 0);
  return wish - Math.min(warnings, MOST_WARNINGS) * PER_WARNING;
}

/** Which wish a place fulfils; null when none, or when there is no wish. */
export function rankAt(fact: Fact): number | null {
  return rankOf(fact, fact.asks?.wishes ?? []);
}

function midnightOf(board: Board, opening: Opening): number {
  return board.days.find((one) => one.day === opening.day)?.midnight ?? opening.from;
}

/** Each session at most once; no room and no person twice at any moment at which something begins. */
function rowsOf(sessions: readonly Unplaced[], candidates: readonly Candidate[]): Row[] {
  const once = sessions.map((_, session) =>
    atMostOne(candidates.flatMap((one, column) => (one.session === session ? [column] : []))),
  );
  const byRoom = group(candidates, (one) => [one.opening.roomId]);
  const rooms = [...byRoom.values()].flatMap((columns) => neverTwice(columns, candidates, paddedSpan));
  const byPerson = group(candidates, (one) => one.fact.people);
  const people = [...byPerson.values()]
    .filter((columns) => new Set(columns.map((column) => candidates[column]?.session)).size > 1)
    .flatMap((columns) => neverTwice(columns, candidates, (fact) => fact));
  return [...once.filter((row) => row.entries.length > 1), ...rooms, ...people];
}

function paddedSpan(fact: Fact): Span {
  return { from: fact.from - fact.before, to: fact.to + fact.after };
}

/** Spans overlap exactly when one holds the start of the other: one row for each start is enough. */
function neverTwice(columns: readonly number[], candidates: readonly Candidate[], spanOf: (fact: Fact) => Span): Row[] {
  const spans = columns.map((column) => ({ column, ...spanOf((candidates[column] as Candidate).fact) }));
  spans.sort((a, b) => a.from - b.from || a.column - b.column);
  const starts = [...new Set(spans.map((one) => one.from))];
  let first = 0;
  const longest = Math.max(0, ...spans.map((one) => one.to - one.from));
  return starts.flatMap((at) => {
    while (first < spans.length && (spans[first] as Span).from + longest <= at) first += 1;
    const covering: number[] = [];
    for (let next = first; next < spans.length; next += 1) {
      const one = spans[next] as (typeof spans)[number];
      if (one.from > at) break;
      if (at < one.to) covering.push(one.column);
    }
    const several = new Set(covering.map((column) => candidates[column]?.session)).size > 1;
    return several ? [atMostOne(covering)] : [];
  });
}

function atMostOne(columns: readonly number[]): Row {
  return { entries: columns.map((column) => [column, 1] as const), upper: 1 };
}

function group(candidates: readonly Candidate[], keysOf: (one: Candidate) => readonly string[]) {
  const found = new Map<string, number[]>();
  candidates.forEach((one, column) => {
    for (const key of keysOf(one)) {
      const columns = found.get(key);
      if (columns) columns.push(column);
      else found.set(key, [column]);
    }
  });
  return found;
}

/** Why a session has no place: what stands in the way wherever it could be, most often first. */
export type Why = { rule: 'too_long' | 'rooms_taken' | 'person_busy'; by: string[] };

/** How many things in the way are named. */
const NAMED = 3;

/** What keeps a session from all these openings, seen beside everything fixed and proposed; null when one is free. */
export function whyNoOpening(fact: Fact, openings: readonly Opening[], index: FindingIndex): Why | null {
  if (openings.length === 0) return { rule: 'too_long', by: [] };
  const rooms = new Map<string, number>();
  const people = new Map<string, number>();
  let byRoom = 0;
  for (const opening of openings) {
    const blocking = index.against(movedTo(fact, opening)).filter((one) => strengthOf(one.kind) === 'blocking');
    if (blocking.length === 0) return null;
    const room = blocking.filter((one) => one.kind === 'room_twice');
    if (room.length > 0) byRoom += 1;
    count(rooms, room, fact.id);
    count(
      people,
      blocking.filter((one) => one.kind === 'two_places'),
      fact.id,
    );
  }
  const taken = byRoom * 2 >= openings.length;
  return taken ? { rule: 'rooms_taken', by: mostOf(rooms) } : { rule: 'person_busy', by: mostOf(people) };
}

function count(into: Map<string, number>, findings: readonly Finding[], self: string): void {
  const others = new Set(findings.flatMap((one) => one.about.map((about) => about.id)).filter((id) => id !== self));
  for (const id of others) into.set(id, (into.get(id) ?? 0) + 1);
}

function mostOf(counted: ReadonlyMap<string, number>): string[] {
  const order = [...counted].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return order.slice(0, NAMED).map(([id]) => id);
}

/** The openings inside one wish. */
export function openingsInWish(board: Board, fact: Fact, wish: Span): Opening[] {
  return openingsOf(board, fact.to - fact.from).filter((one) => wish.from <= one.from && one.to <= wish.to);
}
