import type { LinearModel } from '#shared/linear-model.ts';
import type { Day } from '#shared/time.ts';
import {
  type AllotmentMember,
  type AllotmentParty,
  type AllotmentPerson,
  type AllotmentPool,
  type AllotmentProblem,
  byId,
  type Way,
  waysOf,
} from './allotment-problem.ts';
import { evenShare, scoring, total } from './allotment-score.ts';
import type { Stay } from './places.ts';

type Entries = [column: number, factor: number][];
type Rows = { entries: Entries; lower?: number; upper?: number }[];

/** One person in one way; its column is 1 when they are served that way. */
type Choice = { party: AllotmentParty; person: AllotmentPerson; way: Way; column: number };

export type BuiltModel = {
  /** Places that are promised and asked for. */
  promised: number;
  /** Promises and rules at once. Whenever every promise is kept, what this answers is the best there is. */
  both: LinearModel;
  /** Keeps as many promised places as can be kept at all; with fractions, no fewer than that. */
  promises: (relaxed: boolean) => LinearModel;
  /** Gives the places by the rules, with at least that many promises kept. */
  rules: (kept: number) => LinearModel;
  /** Who is served, and how, by an answer to any of these. */
  read: (values: readonly number[]) => Map<string, Way>;
  /** How many promises an answer keeps. */
  kept: (values: readonly number[]) => number;
};

/** From so many people on a model is solved as it is. */
const MANY = 3_000;
/** What a promise weighs against the heaviest person where both are looked for at once. */
const PROMISE = 4;

/**
 * The allotment as a model for a solver of whole numbers. No weight can buy a promise: where not all of them can be
 * kept, it is solved for the promises first. Built in the order of ids: the same answer whatever the input's order.
 */
export function allotmentModel(problem: AllotmentProblem): BuiltModel {
  const pools = [...problem.pools].sort(byId);
  const parties = problem.parties.filter((party) => !party.lapsed).sort(byId);
  const members = [...problem.members].sort(byId);
  const scoreOf = scoring(problem);
  const columns: { gain: number; upper: number }[] = [];
  const rows: Rows = [];
  const column = (gain: number, upper = 1) => columns.push({ gain, upper }) - 1;

  const choices: Choice[] = [];
  const choicesOf = new Map<AllotmentPerson, Choice[]>();
  for (const party of parties) {
    party.people.forEach((person, position) => {
      const gain = total(scoreOf(party, person, position));
      const own = waysOf(person, pools).map((way) => ({ party, person, way, column: column(gain) }));
      choicesOf.set(person, own);
      choices.push(...own);
      if (own.length > 1) rows.push({ entries: ones(own), upper: 1 });
    });
    rows.push(
      ...together(
        party,
        (person) => choicesOf.get(person) ?? [],
        () => column(0),
      ),
    );
  }
  rows.push(...capacities(problem, pools, choices));
  const promised: number[] = [];
  const ofMember = groupedByMember(choices);
  for (const member of members) {
    const own = ofMember.get(member.id) ?? [];
    shareEvenly(problem, member, own, rows, column);
    const places = Math.min(member.guarantee, own.length);
    if (places === 0) continue;
    const kept = column(0, places);
    promised.push(kept);
    rows.push({ entries: [...ones(own), [kept, -1]], lower: 0 });
  }
  const isPromise = new Set(promised);
  const people = choicesOf.size;
  const heaviest = columns.reduce((most, { gain }) => Math.max(most, gain), 1);
  const weighed = (gain: (own: number, index: number) => number) => ({
    columns: columns.map((one, index) => ({ gain: gain(one.gain, index), upper: one.upper })),
    rows,
    // Looking for what is alike among so many people takes far longer than solving without having looked.
    asItIs: people > MANY,
  });
  return {
    promised: promised.reduce((sum, one) => sum + (columns[one]?.upper ?? 0), 0),
    both: weighed((own, index) => (isPromise.has(index) ? PROMISE * heaviest : own)),
    promises: (relaxed) => ({ ...weighed((_own, index) => (isPromise.has(index) ? 1 : 0)), relaxed }),
    rules: (kept) => ({
      ...weighed((own) => own),
      rows: promised.length === 0 ? rows : [...rows, { entries: promised.map((one) => [one, 1]), lower: kept }],
    }),
    kept: (values) => promised.reduce((sum, one) => sum + (values[one] ?? 0), 0),
    read: (values) => new Map(choices.filter((one) => values[one.column] === 1).map((one) => [one.person.id, one.way])),
  };
}

function groupedByMember(choices: readonly Choice[]): Map<string, Choice[]> {
  const groups = new Map<string, Choice[]>();
  for (const choice of choices) {
    const { memberId } = choice.party;
    groups.set(memberId, [...(groups.get(memberId) ?? []), choice]);
  }
  return groups;
}

function ones(choices: readonly Choice[]): Entries {
  return choices.map((one) => [one.column, 1]);
}

/** All or nothing: nobody of the party goes unless enough do, and their leader is among them. */
function together(party: AllotmentParty, choicesOf: (person: AllotmentPerson) => Choice[], goes: () => number): Rows {
  const leader = party.people.find((person) => person.id === party.leaderId);
  if (party.minimum <= 1 && !leader) return [];
  const travels = goes();
  const each = party.people.flatMap((person) => {
    const own = choicesOf(person);
    if (own.length === 0) return [];
    return [{ entries: [...ones(own), [travels, -1]] as Entries, upper: 0 }];
  });
  const all = party.people.flatMap(choicesOf);
  const leads = leader ? [{ entries: [...ones(choicesOf(leader)), [travels, -1]] as Entries, lower: 0 }] : [];
  return [...each, { entries: [...ones(all), [travels, -party.minimum]], lower: 0 }, ...leads];
}

/** What a municipality's next place adds gets less with each, so the columns fill by themselves in order. */
function shareEvenly(
  problem: AllotmentProblem,
  member: AllotmentMember,
  own: readonly Choice[],
  rows: Rows,
  column: (gain: number) => number,
): void {
  if (problem.weights.even_share === 0 || own.length === 0) return;
  const had = problem.fixed.filter((place) => place.memberId === member.id).length;
  const people = new Set(own.map((one) => one.person)).size;
  const steps = Array.from({ length: people }, (_, k) => column(evenShare(problem, had + k + 1, had + people)));
  rows.push({ entries: [...ones(own), ...steps.map((one): [number, number] => [one, -1])], lower: 0, upper: 0 });
}

/** On no day more people than places, and those without a hold never in the places of a hold. */
function capacities(
  { fixed, holds }: AllotmentProblem,
  pools: readonly AllotmentPool[],
  choices: readonly Choice[],
): Rows {
  return pools.flatMap((pool) => {
    const uses = choices.flatMap((choice) =>
      choice.way.filter((segment) => segment.poolId === pool.id).map((segment) => ({ choice, segment })),
    );
    const taken = fixed.filter((one) => one.poolId === pool.id);
    const days = busiestDays(pool, [...uses.map((one) => one.segment), ...taken]);
    const limit = (free: number, counts: (memberId: string) => boolean) =>
      days.map((day) => ({
        entries: ones(
          uses.flatMap(({ choice, segment }) => (on(segment, day) && counts(choice.party.memberId) ? [choice] : [])),
        ),
        upper: Math.max(0, free - taken.filter((one) => on(one, day) && counts(one.memberId)).length),
      }));
    const kept = holds.filter((hold) => hold.poolId === pool.id);
    return [
      ...limit(pool.places, () => true),
      ...kept.flatMap((hold) => limit(pool.places - hold.places, (memberId) => !hold.memberIds.includes(memberId))),
    ];
  });
}

function on(stay: Stay, day: Day): boolean {
  return stay.from <= day && day <= stay.to;
}

/** The first days of stays: on any other day nobody is there who was not there the day before. */
function busiestDays(pool: AllotmentPool, stays: readonly Stay[]): Day[] {
  const days = new Set(stays.map((one) => (one.from < pool.from ? pool.from : one.from)));
  return [...days].filter((day) => day <= pool.to).sort();
}
