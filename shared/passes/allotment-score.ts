import {
  ALLOTMENT_RULES,
  type AllotmentMember,
  type AllotmentParty,
  type AllotmentPerson,
  type AllotmentProblem,
  type AllotmentRule,
} from './allotment-problem.ts';

/** What each rule adds for a person: thousandths of its weight, whole numbers so that sums compare exactly. */
export type Score = Record<Exclude<AllotmentRule, 'even_share'>, number>;

const SCALE = 1_000;

/** How far each rule speaks for a person, from 0 to 1, before its weight. `even_share` depends on who else is served. */
export function scoring({ parties, members, weights }: AllotmentProblem) {
  const ranks = new Map(inOrderOfRequest(parties).map((party, rank) => [party.id, rank]));
  const memberOf = new Map(members.map((member) => [member.id, member]));
  const parts = (party: AllotmentParty, person: AllotmentPerson, position: number): Score => ({
    keeps: person.holds ? 1 : 0,
    speakers: person.speaks ? 1 : 0,
    heads: person.isHead ? 1 : 0,
    minimum_party: position < party.minimum ? 1 : 0,
    served_least: 1 - pastShare(memberOf.get(party.memberId)),
    early: 1 - (ranks.get(party.id) ?? 0) / Math.max(1, parties.length),
  });
  return (party: AllotmentParty, person: AllotmentPerson, position: number): Score => {
    const score = parts(party, person, position);
    for (const rule of ALLOTMENT_RULES) {
      if (rule !== 'even_share') score[rule] = Math.round(score[rule] * weights[rule] * SCALE);
    }
    return score;
  };
}

/** What the `k`-th place of a municipality adds, of `asked`: less for each further one, so that shares grow evenly. */
export function evenShare({ weights }: AllotmentProblem, k: number, asked: number): number {
  return Math.round(weights.even_share * SCALE * (1 - (k - 1) / asked));
}

/** All rules together, and one point for going at all: a free place is given even where every rule is off. */
export function total(score: Readonly<Record<string, number>>): number {
  return Object.values(score).reduce((sum, one) => sum + one, 1);
}

/** The part of what was asked for at past events that was given; who never asked has had nothing. */
function pastShare(member: AllotmentMember | undefined): number {
  if (!member || member.past.asked === 0) return 0;
  return Math.min(1, member.past.got / member.past.asked);
}

function inOrderOfRequest(parties: readonly AllotmentParty[]): AllotmentParty[] {
  return [...parties].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}
