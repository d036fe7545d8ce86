import type { Belongings } from './builders/belongings.ts';
import type { Surroundings } from './builders/surroundings.ts';
import type { TwoMembers } from './builders/two-members.ts';

/**
 * How to call an operation for the matrix of rights. `of` tells whose thing it is about: a municipality's (`member`),
 * one person's own (`person`), or nobody's in particular (`nobody`). `path` fills the address from somebody's belongings.
 */
export type Sample = {
  of: 'member' | 'person' | 'nobody';
  path?: (whose: Belongings, around: Surroundings) => string[];
  query?: string;
  body?: (world: TwoMembers) => unknown;
};
