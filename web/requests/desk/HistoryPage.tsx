import { useInfiniteQuery } from '@tanstack/react-query';
import type { Role } from '#shared/actor.ts';
import type { HistoryView } from '#shared/requests/contract.ts';
import { historySentence, stateChange } from '#shared/requests/history-sentence.ts';
import { historyTexts } from '#shared/requests/history-texts.ts';
import { roleNames } from '#shared/role-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatDateTime } from '#shared/time.ts';
import { call } from '../../api.ts';
import { DeskPage } from '../../layouts/DeskPage.tsx';
import { wordsOf } from '../../query.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { type Column, Table } from '../../ui/Table.tsx';

/** The record of changes, the latest first: what an auditor reads. */
export function HistoryPage() {
  const lang = useLang();
  const t = useTexts(historyTexts);
  const shell = useTexts(shellTexts);
  const found = useInfiniteQuery({
    queryKey: ['history'],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/history', { query: { limit: 100, ...(pageParam ? { after: pageParam } : {}) }, signal }),
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
            {change ? <span className="ml-2 font-normal text-ink-3">{change}</span> : null}
            {one.reason ? <small className="block font-normal text-ink-2">{t.reason(one.reason)}</small> : null}
          </>
        );
      },
    },
    { key: 'role', head: t.role, wideOnly: true, cell: (one) => roles[one.actorRole] ?? one.actorRole },
  ];
  return (
    <DeskPage title={t.title} subtitle={t.subtitle}>
      <div className="grid gap-4">
        {found.error ? <Banner kind="error">{wordsOf(found.error, shell)}</Banner> : null}
        {!rows ? (
          found.error ? null : (
            <Skeleton rows={10} onRetry={() => void found.refetch()} />
          )
        ) : rows.length === 0 ? (
          <EmptyState title={t.empty} />
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
      </div>
    </DeskPage>
  );
}
