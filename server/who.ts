import type { Who } from '#db/connect.ts';

/** The program itself: jobs, housekeeping, commands at the terminal. */
export const theProgram: Who = { accountId: null, memberId: null, role: 'worker' };

/**
 * Whoever is proving who they are, signed in or not. Only at the door does the database show what proves an account's
 * owner, and only there every account can be looked for; inside, each role sees its own.
 */
export const atTheDoor: Who = { accountId: null, memberId: null, role: 'anonymous' };

/** Whoever reads the public pages: for them nothing exists but events and what was released. */
export const thePublic: Who = { accountId: null, memberId: null, role: 'public' };
