import { gapOf, type LinearModel, type Solution } from '#shared/linear-model.ts';
import { allotmentModel, type BuiltModel } from './allotment-model.ts';
import type { AllotmentProblem, Way } from './allotment-problem.ts';

export type Solve = (model: LinearModel) => Promise<Solution>;

export type Allotment = {
  /** Who gets a place, and on which days in which pool. */
  served: ReadonlyMap<string, Way>;
  /** Promised places that are kept, of those that were promised and asked for. */
  promised: { kept: number; of: number };
  /** How far from the best answer it may be, as a share of it: 0 when proven. */
  gap: number;
};

/**
 * Gives the places of the pools to those who ask, as the rules have it: promises first, then the most of what the rules
 * weigh. Null when the solver finds nothing in its time. The same answer whatever the order of the input.
 */
export async function allot(problem: AllotmentProblem, solve: Solve): Promise<Allotment | null> {
  const built = allotmentModel(problem);
  const of = built.promised;
  const together = await solve(built.both);
  if (!isAnswer(together)) return null;
  const sofar = built.kept(together.values);
  // All promises, or all that could be kept even with fractions: then this answer is the best for the rules too.
  if (sofar === of || (await mostKept(built, true, solve)) === sofar) {
    return answered(built, together, { kept: sofar, of });
  }
  const kept = await mostKept(built, false, solve);
  const answer = kept === null ? null : await solve(built.rules(kept));
  return answer && isAnswer(answer) ? answered(built, answer, { kept: kept ?? 0, of }) : null;
}

async function mostKept(built: BuiltModel, relaxed: boolean, solve: Solve): Promise<number | null> {
  const answer = await solve(built.promises(relaxed));
  return isAnswer(answer) ? Math.floor(answer.objective + 1e-6) : null;
}

function answered(built: BuiltModel, solution: Solution, promised: Allotment['promised']): Allotment {
  return { served: built.read(solution.values), promised, gap: gapOf(solution) };
}

function isAnswer({ status }: Solution): boolean {
  return status === 'optimal' || status === 'feasible';
}

/** Who gains and who loses a place when one allotment takes the place of another, by id in order. */
export function compareAllotments(before: Allotment, after: Allotment): { gain: string[]; lose: string[] } {
  const only = (these: Allotment, those: Allotment) =>
    [...these.served.keys()].filter((id) => !those.served.has(id)).sort();
  return { gain: only(after, before), lose: only(before, after) };
}
