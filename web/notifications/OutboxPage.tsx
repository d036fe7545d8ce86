import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { OUTBOX_STATES, type OutboxRow } from '#shared/notifications/contract.ts';
import { outboxTexts } from '#shared/notifications/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatStamp } from '#shared/time.ts';
import { call } from '../api.ts';
import { DeskPage } from '../layouts/DeskPage.tsx';
import { useSearchWords } from '../navigation.ts';
import { paths } from '../paths.ts';
import { wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Chip.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { TabLinks } from '../ui/Tabs.tsx';
import { MailDialog } from './MailDialog.tsx';

const EVERY_MS = 30_000;

/** What was mailed, in which state it is, and each mail as its recipient sees it. */
export function OutboxPage() {
  const lang = useLang();
  const t = useTexts(outboxTexts);
  const shell = useTexts(shellTexts);
  const [search] = useSearchWords();
  const [open, setOpen] = useState<OutboxRow | null>(null);
  const state = OUTBOX_STATES.find((one) => one === search.state);
  const status = useQuery({
    queryKey: ['outbox', 'status'],
    queryFn: ({ signal }) => call('GET /api/outbox/status', { signal }),
    refetchInterval: EVERY_MS,
  }).data;
  const found = useInfiniteQuery({
    queryKey: ['outbox', 'list', state],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/outbox', {
        query: { ...(state ? { state } : {}), ...(pageParam ? { after: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: EVERY_MS,
  });
  const rows = found.data?.pages.flatMap((page) => page.items);
  const columns: Column<OutboxRow>[] = [
    { key: 'when', head: t.columns.when, cell: (one) => formatStamp(one.createdAt, lang) },
    {
      key: 'subject',
      head: t.columns.subject,
      rowHead: true,
      cell: (one) => (
        <button
          type="button"
          className="text-left text-brand-700 underline"
          lang={one.lang}
          onClick={() => setOpen(one)}
        >
          {one.subject}
        </button>
      ),
    },
    {
      key: 'to',
      head: t.columns.to,
      wideOnly: true,
      cell: (one) => (
        <>
          {one.toName}
          <small className="block text-12 text-ink-3">{one.to}</small>
        </>
      ),
    },
    { key: 'lang', head: t.columns.lang, wideOnly: true, cell: (one) => t.lang[one.lang] },
    {
      key: 'state',
      head: t.columns.state,
      cell: (one) => (
        <>
          {one.state === 'dead' ? <Tag tone="late">{t.state.dead}</Tag> : <Tag>{t.state[one.state]}</Tag>}
          {one.attempts > 1 ? <small className="block text-12 text-ink-3">{t.attempts(one.attempts)}</small> : null}
        </>
      ),
    },
  ];
  return (
    <DeskPage title={t.title} subtitle={t.subtitle}>
      <div className="grid gap-4">
        {status ? <Banner>{status.sending ? t.sending(status.ready) : t.keeping(status.ready)}</Banner> : null}
        {status && status.dead > 0 ? <Banner kind="action">{t.failed(status.dead)}</Banner> : null}
        <TabLinks
          label={t.filter}
          links={[
            { href: paths.outbox(), label: t.all, current: !state },
            ...OUTBOX_STATES.map((one) => ({
              href: `${paths.outbox()}?state=${one}`,
              label: t.state[one],
              current: one === state,
            })),
          ]}
        />
        {found.error ? <Banner kind="error">{wordsOf(found.error, shell)}</Banner> : null}
        {!rows ? (
          found.error ? null : (
            <Skeleton onRetry={() => void found.refetch()} />
          )
        ) : rows.length === 0 ? (
          <EmptyState title={state ? t.emptyFiltered(t.state[state]) : t.empty}>
            {state ? null : t.emptyBody}
          </EmptyState>
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
      {open ? <MailDialog row={open} onClose={() => setOpen(null)} /> : null}
    </DeskPage>
  );
}
