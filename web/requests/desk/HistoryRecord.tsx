import './history.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Role } from '#shared/actor.ts';
import type { HistoryView } from '#shared/requests/contract.ts';
import { historySentence, stateChange } from '#shared/requests/history-sentence.ts';
import { historyTexts } from '#shared/requests/history-texts.ts';
import { recordTexts } from '#shared/requests/record-texts.ts';
import { roleNames } from '#shared/role-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatDateTime } from '#shared/time.ts';
import { call } from '../../api.ts';
import { useSearchWords } from '../../navigation.ts';
import { wordsOf } from '../../query.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { HistoryFilters } from './HistoryFilters.tsx';
import { filterOf } from './history-filter.ts';

/** The record, the latest first, with its filters in the address; a page more at a time. */
export function HistoryRecord({ from }: { from: 'GET /api/history' | 'GET /api/history/mine' }) {
  const lang = useLang();
  const t = useTexts(historyTexts);
  const record = useTexts(recordTexts);
  const shell = useTexts(shellTexts);
  const [search] = useSearchWords();
  const filter = filterOf(search);
  const narrowed = Object.keys(filter).length > 0;
  const found = useInfiniteQuery({
    queryKey: ['history', from, filter],
    queryFn: ({ pageParam, signal }) =>
      call(from, { query: { ...filter, limit: 100, ...(pageParam ? { after: pageParam } : {}) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows = found.data?.pages.flatMap((page) => page.items);
  const roles: Readonly<Record<string, string>> = roleNames[lang] satisfies Record<Role, string>;
  const columns: Column<HistoryView>[] = [
    { key: 'when', head: t.when, cell: (one) => <time dateTime={one.at}>{formatDateTime(one.at, lang)}</time> },
    {
      key: 'did',
      head: t.did,
      rowHead: true,
      cell: (one) => {
        const change = stateChange(one, lang);
        return (
          <>
            {historySentence(one, lang)}
            {one.reference ? (
              <span className="ml-2 whitespace-nowrap font-normal text-ink-2">{one.reference}</span>
            ) : null}
            {change ? <span className="ml-2 font-normal text-ink-3">{change}</span> : null}
            {one.reason ? <small className="block font-normal text-ink-2">{t.reason(one.reason)}</small> : null}
          </>
        );
      },
    },
    {
      key: 'role',
      head: t.role,
      wideOnly: true,
      cell: (one) => roles[one.actorRole] ?? (one.actorRole === 'delegate' ? t.delegate : one.actorRole),
    },
  ];
  return (
    <>
      <HistoryFilters key={JSON.stringify(filter)} filter={filter} withPerson={from === 'GET /api/history'} />
      {found.error ? <Banner kind="error">{wordsOf(found.error, shell)}</Banner> : null}
      {!rows ? (
        found.error ? null : (
          <Skeleton rows={10} onRetry={() => void found.refetch()} />
        )
      ) : rows.length === 0 ? (
        <EmptyState title={narrowed ? record.filter.none : t.empty} />
      ) : (
        <div className="card">
          <Table caption={t.title} columns={columns} rows={rows} rowKey={(one) => one.id} />
        </div>
      )}
      {found.hasNextPage ? (
        <p className="text-center">
          <Button size={30} busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t.more}
          </Button>
        </p>
      ) : null}
    </>
  );
}
