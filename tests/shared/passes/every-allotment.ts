import { type AllotmentProblem, type Way, waysOf } from '#shared/passes/allotment-problem.ts';
import { evenShare, scoring, total } from '#shared/passes/allotment-score.ts';

type Worth = { kept: number; points: number };

/** Tries every way of serving everybody or not: what the best one is worth, promises before points. */
export function bestByTrying(problem: AllotmentProblem): Worth {
  const people = problem.parties.filter((party) => !party.lapsed).flatMap((party) => party.people);
  let best: Worth = { kept: 0, points: 0 };
  const served = new Map<string, Way>();
  const next = (index: number): void => {
    const person = people[index];
    if (!person) {
      if (!mayBe(problem, served)) return;
      const found = worth(problem, served);
      if (found.kept > best.kept || (found.kept === best.kept && found.points > best.points)) best = found;
      return;
    }
    next(index + 1);
    for (const way of waysOf(person, problem.pools)) {
      served.set(person.id, way);
      // What is too full already does not get emptier.
      if (hasRoom(problem, served)) next(index + 1);
      served.delete(person.id);
    }
  };
  next(0);
  return best;
}

/** What an allotment is worth: promises kept, then the points of all rules. */
export function worth(problem: AllotmentProblem, served: ReadonlyMap<string, Way>): Worth {
  const scoreOf = scoring(problem);
  let [kept, points] = [0, 0];
  for (const member of problem.members) {
    const parties = problem.parties.filter((party) => party.memberId === member.id && !party.lapsed);
    const able = parties.flatMap((party) => party.people).filter((person) => waysOf(person, problem.pools).length > 0);
    const got = able.filter((person) => served.has(person.id)).length;
    const had = problem.fixed.filter((one) => one.memberId === member.id).length;
    kept += Math.min(got, member.guarantee);
    for (let k = 1; k <= got; k += 1) points += evenShare(problem, had + k, had + able.length);
    for (const party of parties) {
      party.people.forEach((person, position) => {
        if (served.has(person.id)) points += total(scoreOf(party, person, position));
      });
    }
  }
  return { kept, points };
}

function mayBe(problem: AllotmentProblem, served: ReadonlyMap<string, Way>): boolean {
  const parties = problem.parties.every((party) => {
    const going = party.people.filter((person) => served.has(person.id));
    if (going.length === 0) return true;
    const led = !party.people.some((person) => person.id === party.leaderId) || served.has(party.leaderId ?? '');
    return going.length >= party.minimum && led;
  });
  return parties && hasRoom(problem, served);
}

function hasRoom({ pools, holds, fixed, parties }: AllotmentProblem, served: ReadonlyMap<string, Way>): boolean {
  const days = pools.flatMap((pool) => daysFrom(pool.from, pool.to));
  return pools.every((pool) =>
    days.every((day) => {
      const on = (one: { poolId: string; from: string; to: string }) =>
        one.poolId === pool.id && one.from <= day && day <= one.to;
      const uses = (counts: (memberId: string) => boolean) =>
        parties
          .filter((party) => counts(party.memberId))
          .flatMap((party) => party.people.flatMap((person) => served.get(person.id) ?? []))
          .filter(on).length;
      const taken = (counts: (memberId: string) => boolean) =>
        fixed.filter((one) => on(one) && counts(one.memberId)).length;
      const fits = (free: number, counts: (memberId: string) => boolean) =>
        uses(counts) <= Math.max(0, free - taken(counts));
      const without = holds.filter((hold) => hold.poolId === pool.id);
      return (
        fits(pool.places, () => true) &&
        without.every((hold) => fits(pool.places - hold.places, (id) => !hold.memberIds.includes(id)))
      );
    }),
  );
}

function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}
