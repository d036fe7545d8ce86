import type { HistoryFilter } from '#shared/requests/contract.ts';
import type { Search } from '../../navigation.ts';

export const FILTERS = ['person', 'thing', 'subject', 'action', 'since', 'until', 'only'] as const;

/** The filter that the address says; what it leaves out or leaves empty is not asked for. */
export function filterOf(search: Search): HistoryFilter {
  const said = FILTERS.flatMap((name) => (search[name] ? [[name, search[name]] as const] : []));
  return Object.fromEntries(said) as HistoryFilter;
}
