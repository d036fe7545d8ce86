import { refuse } from '#shared/problem.ts';

/** Refuses a change to a version that is no longer the current one, and shows what is current. */
export function refuseStale<View extends { version: number }>(wanted: number, current: View): void {
  if (current.version !== wanted) refuse('changed-meanwhile', {}, { current });
}
