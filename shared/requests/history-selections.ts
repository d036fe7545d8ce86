import type { HISTORY_SELECTIONS } from './contract.ts';

/** What a ready filter of the record of changes stands for. */
export const SELECTED: Record<(typeof HISTORY_SELECTIONS)[number], { subject?: string; actions?: readonly string[] }> =
  {
    reveals: { actions: ['identity.revealed'] },
    access: { subject: 'account' },
  };
