import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { checkTexts } from '#shared/accounts/check-texts.ts';
import type { AccountView } from '#shared/accounts/contract.ts';
import { directoryTexts } from '#shared/accounts/directory-texts.ts';
import { secondFactorTexts } from '#shared/accounts/second-factor-texts.ts';
import { roleNames } from '#shared/role-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatStamp } from '#shared/time.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { DeskPage } from '../layouts/DeskPage.tsx';
import { useSearchWords } from '../navigation.ts';
import { paths } from '../paths.ts';
import { wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Chip.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Plus } from '../ui/icons.tsx';
import { ButtonLink } from '../ui/Link.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { TabLinks } from '../ui/Tabs.tsx';
import { ChangeAccountDialog } from './ChangeAccountDialog.tsx';
import { FactorResets } from './FactorResets.tsx';
import { InviteDialog } from './InviteDialog.tsx';

/** Everybody who can sign in; the administrator invites, changes and suspends. */
export function AccountsPage() {
  const lang = useLang();
  const t = useTexts(directoryTexts);
  const second = useTexts(secondFactorTexts).reset;
  const check = useTexts(checkTexts);
  const shell = useTexts(shellTexts);
  const [search] = useSearchWords();
  const [open, setOpen] = useState<AccountView | 'new' | null>(null);
  const office = search.part === 'office';
  const found = useInfiniteQuery({
    queryKey: ['accounts', office],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/accounts', {
        query: { ...(office ? { office: 'true' } : {}), ...(pageParam ? { after: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows = found.data?.pages.flatMap((page) => page.items);
  const nameOf = (one: AccountView) => one.name || one.email;
  const columns: Column<AccountView>[] = [
    {
      key: 'name',
      head: t.columns.name,
      rowHead: true,
      cell: (one) => (
        <>
          <b>{nameOf(one)}</b>
          <small className="block text-12 font-normal text-ink-3">{one.email}</small>
        </>
      ),
    },
    {
      key: 'where',
      head: t.columns.where,
      wideOnly: true,
      cell: (one) => [one.memberName ? inWords(one.memberName, lang) : t.office, one.section].filter(Boolean).join(' '),
    },
    { key: 'role', head: t.columns.role, cell: (one) => roleNames[lang][one.role] },
    {
      key: 'state',
      head: t.columns.state,
      cell: (one) =>
        one.state === 'active' ? (
          <Tag>{t.state.active}</Tag>
        ) : (
          <Tag tone={one.state === 'suspended' ? 'late' : 'warn'}>{t.state[one.state]}</Tag>
        ),
    },
    {
      key: 'second-factor',
      head: second.column,
      wideOnly: true,
      cell: (one) => (one.secondFactor ? second.on : second.off),
    },
    {
      key: 'last',
      head: t.columns.last,
      wideOnly: true,
      cell: (one) => (one.lastSignedInAt ? formatStamp(one.lastSignedInAt, lang) : t.never),
    },
    {
      key: 'act',
      head: t.columns.act,
      cell: (one) => (
        <Button size={30} aria-label={t.changeOf(nameOf(one))} onClick={() => setOpen(one)}>
          {t.change}
        </Button>
      ),
    },
  ];
  const invite = (
    <>
      <ButtonLink size={30} href={paths.accountChecks()}>
        {check.title}
      </ButtonLink>
      <Button look="primary" size={30} onClick={() => setOpen('new')}>
        <Plus aria-hidden="true" />
        {t.invite}
      </Button>
    </>
  );
  return (
    <DeskPage title={t.title} subtitle={t.subtitle} actions={invite}>
      <TabLinks
        label={t.parts.label}
        links={[
          { href: paths.accounts(), label: t.parts.all, current: !office },
          { href: `${paths.accounts()}?part=office`, label: t.parts.office, current: office },
        ]}
      />
      <div className="mt-4 grid gap-4">
        <FactorResets />
        {found.error ? <Banner kind="error">{wordsOf(found.error, shell)}</Banner> : null}
        {!rows ? (
          found.error ? null : (
            <Skeleton onRetry={() => void found.refetch()} />
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
      {open === 'new' ? <InviteDialog onClose={() => setOpen(null)} /> : null}
      {open && open !== 'new' ? <ChangeAccountDialog account={open} onClose={() => setOpen(null)} /> : null}
    </DeskPage>
  );
}
