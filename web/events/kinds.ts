/** The kinds of request that deadlines and windows are about. */
export const KINDS = ['pass', 'speaking', 'bilateral'] as const;
