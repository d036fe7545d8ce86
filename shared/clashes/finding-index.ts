import type { Fact, Planning, Stay } from './fact.ts';
import { betweenTwo, daysOfPerson, type Finding, inOneRoom, ofItself, tooFewInterpreters } from './finding-rules.ts';

/** What the findings are computed from besides the facts themselves. */
export type Presumed = { planning: Planning; stays: ReadonlyMap<string, Stay> };

export type FindingIndex = {
  /** Every finding, in no particular order. */
  all: () => Finding[];
  /** Puts a fact in, in place of the one with its id: only what it touched, and touches now, is computed anew. */
  set: (fact: Fact) => void;
  remove: (id: string) => void;
  get: (id: string) => Fact | undefined;
  /** What a fact would contradict if it were there, itself left out of what is. */
  against: (fact: Fact) => Finding[];
};

/**
 * Findings over many facts, kept by what they hang on (a person, a room, a day, the fact itself), so that one move costs
 * its own people, rooms and days and not the whole.
 */
export function findingIndex(facts: Iterable<Fact>, presumed: Presumed): FindingIndex {
  const { planning, stays } = presumed;
  const byId = new Map<string, Fact>();
  const held = new Map<string, Map<string, Fact>>();
  const found = new Map<string, Finding[]>();
  const longestWay = Math.max(planning.roomMinutes, planning.venueMinutes, ...planning.ways.map((way) => way.minutes));

  const scopesOf = (fact: Fact) => [
    ...fact.people.map((person) => `person ${person}`),
    ...(fact.roomId === null ? [] : [`room ${fact.roomId}`]),
    ...(fact.asks?.interpretation ? [`day ${fact.day}`] : []),
  ];
  const put = (fact: Fact) => {
    byId.set(fact.id, fact);
    for (const scope of scopesOf(fact)) {
      const inside = held.get(scope);
      if (inside) inside.set(fact.id, fact);
      else held.set(scope, new Map([[fact.id, fact]]));
    }
  };
  const take = (fact: Fact) => {
    byId.delete(fact.id);
    for (const scope of scopesOf(fact)) held.get(scope)?.delete(fact.id);
  };
  const compute = (scope: string) => {
    const inside = [...(held.get(scope)?.values() ?? [])].sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
    const result = findingsOf(scope, inside, presumed, longestWay);
    if (result.length > 0) found.set(scope, result);
    else found.delete(scope);
  };
  const computeOwn = (id: string) => {
    const fact = byId.get(id);
    const result = fact ? ofItself(fact) : [];
    if (result.length > 0) found.set(`own ${id}`, result);
    else found.delete(`own ${id}`);
  };

  for (const fact of facts) put(fact);
  for (const scope of held.keys()) compute(scope);
  for (const id of byId.keys()) computeOwn(id);

  const change = (id: string, next: Fact | null) => {
    const before = byId.get(id);
    if (before) take(before);
    if (next) put(next);
    const touched = new Set([...(before ? scopesOf(before) : []), ...(next ? scopesOf(next) : [])]);
    for (const scope of touched) compute(scope);
    computeOwn(id);
  };
  const against = (fact: Fact): Finding[] => {
    const result = ofItself(fact);
    for (const person of fact.people) {
      for (const one of held.get(`person ${person}`)?.values() ?? []) {
        if (one.id === fact.id || one.from >= fact.to + longestWay || fact.from >= one.to + longestWay) continue;
        const finding = betweenTwo(person, one, fact, planning);
        if (finding) result.push(finding);
      }
      result.push(...daysOfPerson(person, [fact], stays.get(person)));
    }
    if (fact.roomId !== null) {
      for (const one of held.get(`room ${fact.roomId}`)?.values() ?? []) {
        if (one.id === fact.id || one.from - one.before >= fact.to + fact.after) continue;
        if (fact.from - fact.before >= one.to + one.after) continue;
        const finding = inOneRoom(one, fact);
        if (finding) result.push(finding);
      }
    }
    if (fact.asks?.interpretation) {
      const sameDay = [...(held.get(`day ${fact.day}`)?.values() ?? [])].filter((one) => one.id !== fact.id);
      const meanwhile = sameDay.filter((one) => one.from < fact.to && fact.from < one.to);
      if (meanwhile.length >= planning.interpreterTeams) {
        const short = tooFewInterpreters([...sameDay, fact], planning.interpreterTeams);
        result.push(...short.filter((one) => one.about.includes(fact)));
      }
    }
    return result;
  };

  return {
    all: () => [...found.values()].flat(),
    set: (fact) => change(fact.id, fact),
    remove: (id) => change(id, null),
    get: (id) => byId.get(id),
    against,
  };
}

/** The findings that hang on one person, room or day. `facts` are sorted by their start. */
function findingsOf(scope: string, facts: readonly Fact[], presumed: Presumed, longestWay: number): Finding[] {
  const [kind, id] = [scope.slice(0, scope.indexOf(' ')), scope.slice(scope.indexOf(' ') + 1)];
  const { planning, stays } = presumed;
  if (kind === 'day') return tooFewInterpreters(facts, planning.interpreterTeams);
  if (kind === 'room') {
    const reach = Math.max(0, ...facts.map((one) => one.before)) + Math.max(0, ...facts.map((one) => one.after));
    return pairsWithin(facts, reach, inOneRoom);
  }
  return [
    ...pairsWithin(facts, longestWay, (a, b) => betweenTwo(id, a, b, planning)),
    ...daysOfPerson(id, facts, stays.get(id)),
  ];
}

/** What a rule says of each pair of which the later begins less than `reach` after the earlier ends. */
function pairsWithin(facts: readonly Fact[], reach: number, rule: (a: Fact, b: Fact) => Finding | null): Finding[] {
  const found: Finding[] = [];
  for (const [index, a] of facts.entries()) {
    for (let next = index + 1; next < facts.length; next += 1) {
      const b = facts[next] as Fact;
      if (b.from >= a.to + reach && b.from >= a.to) break;
      const finding = rule(a, b);
      if (finding) found.push(finding);
    }
  }
  return found;
}
