import { sqlState } from '#db/errors.ts';
import { refuse } from '#shared/problem.ts';

/** For `catch`: a row that others point to cannot go, and the database is the one that knows. */
export function refuseWhenInUse(error: unknown): never {
  if (sqlState(error) === '23503') refuse('still-in-use', {});
  throw error;
}
