/**
 * What the solver is given: the most of `sum(gain × column)`, within every row. A column is a whole number between 0 and
 * `upper` (1 for a yes or no). Rows hold `lower ≤ sum(factor × column) ≤ upper`; leave a side out for no limit.
 */
export type LinearModel = {
  columns: readonly Column[];
  rows: readonly Row[];
  /** Takes fractions too: quick, and nothing in whole numbers can be worth more than this answer. */
  relaxed?: boolean;
  /** Begins without simplifying first, which takes longest of all where thousands of rows look alike. */
  asItIs?: boolean;
};
export type Column = { gain: number; upper?: number };
export type Row = { entries: readonly (readonly [column: number, factor: number])[]; lower?: number; upper?: number };

/** How far a run is: `best` is what the best answer so far is worth, `bound` what none can exceed. */
export type Progress = { seconds: number; best: number | null; bound: number | null };

/**
 * `optimal`: proven that none is better. `feasible`: the time ran out, and `bound` says how much better one could be.
 * `infeasible`: no answer fits. `unknown`: the time ran out before any answer was found.
 */
export type Solution = {
  status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  /** One whole number for each column; empty when there is no answer. */
  values: number[];
  objective: number;
  bound: number;
  seconds: number;
};

/** How far an answer may be from the best one, as a share of it: 0 when proven. */
export function gapOf({ status, objective, bound }: Pick<Solution, 'status' | 'objective' | 'bound'>): number {
  if (status === 'optimal') return 0;
  return Math.max(0, bound - objective) / Math.max(1, Math.abs(objective));
}
