import { queryOptions } from '@tanstack/react-query';
import type { CallId, ProposalId } from '#shared/ids.ts';
import { call } from '../api.ts';
import { queryClient } from '../query.ts';

/** As many as one page takes; further pages are asked for by their cursor. */
const MANY = 200;

/** The whole ranking of a call, page after page. */
export function rankingQuery(id: string) {
  return queryOptions({
    queryKey: ['proposals', 'ranking', id],
    queryFn: async ({ signal }) => {
      const rows = [];
      let after: string | undefined;
      do {
        const query = { limit: MANY, ...(after ? { after } : {}) };
        const page = await call('GET /api/calls/:id/proposals', { params: { id: id as CallId }, query, signal });
        rows.push(...page.items);
        after = page.next ?? undefined;
      } while (after);
      return rows;
    },
  });
}

export function proposalQuery(id: string) {
  return queryOptions({
    queryKey: ['proposals', 'one', id],
    queryFn: ({ signal }) => call('GET /api/proposals/:id', { params: { id: id as ProposalId }, signal }),
  });
}

export function refreshProposals(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['proposals'] });
}
