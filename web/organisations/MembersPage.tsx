import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MemberView } from '#shared/organisations/contract.ts';
import { organisationTexts } from '#shared/organisations/texts.ts';
import { may, whyNot } from '#shared/permission.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { DeskPage } from '../layouts/DeskPage.tsx';
import { useActor } from '../layouts/use-account.ts';
import { useSearchWords } from '../navigation.ts';
import { paths } from '../paths.ts';
import { wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Link } from '../ui/Link.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { TabLinks } from '../ui/Tabs.tsx';
import { Counterparts } from './Counterparts.tsx';
import { MemberDialog } from './MemberDialog.tsx';

/** The member municipalities, and the cities and bodies on the other side of the table. */
export function MembersPage() {
  const t = useTexts(organisationTexts);
  const [search] = useSearchWords();
  const actor = useActor();
  const members = useQuery({ queryKey: ['members'], queryFn: ({ signal }) => call('GET /api/members', { signal }) });
  const others = search.part === 'counterparts';
  const reason = actor ? whyNot(actor, 'organisation.change') : null;
  return (
    <DeskPage title={t.title} subtitle={members.data ? t.subtitle(members.data.items.length) : null}>
      <TabLinks
        label={t.parts.label}
        links={[
          { href: paths.members(), label: t.parts.members, current: !others },
          { href: `${paths.members()}?part=counterparts`, label: t.parts.counterparts, current: others },
        ]}
      />
      <div className="mt-4 grid gap-4">
        {reason ? <Banner>{reason}</Banner> : null}
        {others ? <Counterparts /> : <Members query={members} />}
      </div>
    </DeskPage>
  );
}

function Members({ query }: { query: ReturnType<typeof useQuery<{ items: MemberView[] }>> }) {
  const lang = useLang();
  const t = useTexts(organisationTexts);
  const shell = useTexts(shellTexts);
  const actor = useActor();
  const [open, setOpen] = useState<MemberView | null>(null);
  if (query.error && !query.data) return <Banner kind="error">{wordsOf(query.error, shell)}</Banner>;
  if (!query.data) return <Skeleton rows={10} onRetry={() => void query.refetch()} />;
  const columns: Column<MemberView>[] = [
    {
      key: 'name',
      head: t.columns.name,
      rowHead: true,
      cell: (one) => (
        <>
          <b>{inWords(one.name, lang)}</b>
          <small className="block text-12 font-normal text-ink-3" lang="en">
            {one.formalNameEn}
          </small>
        </>
      ),
    },
    { key: 'kind', head: t.columns.kind, cell: (one) => t.cityClass[one.cityClass] },
    { key: 'prefecture', head: t.columns.prefecture, wideOnly: true, cell: (one) => inWords(one.prefecture, lang) },
    {
      key: 'population',
      head: t.columns.population,
      number: true,
      wideOnly: true,
      cell: (one) => <span title={t.populationAsOf(one.populationAsOf)}>{one.population.toLocaleString('en-US')}</span>,
    },
    { key: 'mail', head: t.columns.mail, wideOnly: true, cell: (one) => one.sectionMail || <Missing text={t.none} /> },
    ...(actor && may(actor, 'delegation.read')
      ? [
          {
            key: 'delegation',
            head: t.columns.delegation,
            wideOnly: true,
            cell: (one: MemberView) => <Link href={`${paths.delegations()}?member=${one.id}`}>{t.seeDelegation}</Link>,
          },
        ]
      : []),
    ...(actor && may(actor, 'organisation.change')
      ? [
          {
            key: 'act',
            head: t.columns.act,
            cell: (one: MemberView) => (
              <Button size={30} aria-label={t.editOf(inWords(one.name, lang))} onClick={() => setOpen(one)}>
                {t.edit}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <div className="card">
      <Table caption={t.parts.members} columns={columns} rows={query.data.items} rowKey={(one) => one.id} />
      {open ? <MemberDialog member={open} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

function Missing({ text }: { text: string }) {
  return <span className="text-ink-3">{text}</span>;
}
