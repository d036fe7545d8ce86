import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ORGANISATION_KINDS, type OrganisationView } from '#shared/organisations/contract.ts';
import { organisationTexts } from '#shared/organisations/texts.ts';
import { may } from '#shared/permission.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useActor } from '../layouts/use-account.ts';
import { wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Plus } from '../ui/icons.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { OrganisationDialog } from './OrganisationDialog.tsx';

const KINDS = ORGANISATION_KINDS.filter((kind) => kind !== 'member' && kind !== 'office');

/** The cities and bodies a municipality may meet. */
export function Counterparts() {
  const lang = useLang();
  const t = useTexts(organisationTexts);
  const shell = useTexts(shellTexts);
  const actor = useActor();
  const mayChange = actor !== null && may(actor, 'organisation.change');
  const [open, setOpen] = useState<OrganisationView | 'new' | null>(null);
  const [kind, setKind] = useState<(typeof KINDS)[number] | ''>('');
  const [q, setQ] = useState('');
  const found = useInfiniteQuery({
    queryKey: ['organisations', kind, q],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/organisations', {
        query: { ...(kind ? { kind } : {}), ...(q ? { q } : {}), ...(pageParam ? { after: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });
  const rows = found.data?.pages
    .flatMap((page) => page.items)
    .filter((one) => one.kind !== 'member' && one.kind !== 'office');
  const columns: Column<OrganisationView>[] = [
    { key: 'name', head: t.columns.body, rowHead: true, cell: (one) => <b>{inWords(one.name, lang)}</b> },
    { key: 'kind', head: t.columns.kind, cell: (one) => t.kind[one.kind] },
    { key: 'country', head: t.columns.country, cell: (one) => inWords(one.country, lang) || '–' },
    { key: 'zone', head: t.columns.zone, wideOnly: true, cell: (one) => one.timeZone ?? '–' },
    ...(mayChange
      ? [
          {
            key: 'act',
            head: t.columns.act,
            cell: (one: OrganisationView) => (
              <Button size={30} aria-label={t.editOf(inWords(one.name, lang))} onClick={() => setOpen(one)}>
                {t.edit}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <input
          type="search"
          className="input max-w-60"
          data-size="36"
          aria-label={t.search}
          placeholder={t.search}
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
        <select
          className="input max-w-52"
          data-size="36"
          aria-label={t.columns.kind}
          value={kind}
          onChange={(event) => setKind(event.target.value as typeof kind)}
        >
          <option value="">{t.allKinds}</option>
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t.kind[one]}
            </option>
          ))}
        </select>
        <span className="flex-1" />
        {mayChange ? (
          <Button look="primary" onClick={() => setOpen('new')}>
            <Plus aria-hidden="true" />
            {t.add}
          </Button>
        ) : null}
      </div>
      {found.error ? <Banner kind="error">{wordsOf(found.error, shell)}</Banner> : null}
      {!rows ? (
        <Skeleton onRetry={() => void found.refetch()} />
      ) : rows.length === 0 ? (
        <EmptyState title={q || kind ? t.emptyFiltered : t.empty} />
      ) : (
        <div className="card">
          <Table caption={t.parts.counterparts} columns={columns} rows={rows} rowKey={(one) => one.id} />
        </div>
      )}
      {found.hasNextPage ? (
        <p className="text-center">
          <Button size={30} busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t.more}
          </Button>
        </p>
      ) : null}
      {open ? <OrganisationDialog organisation={open === 'new' ? null : open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
