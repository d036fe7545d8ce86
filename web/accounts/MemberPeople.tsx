import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountView, SelfView } from '#shared/accounts/contract.ts';
import { accountTexts } from '#shared/accounts/texts.ts';
import { roleNames } from '#shared/role-texts.ts';
import { formatStamp } from '#shared/time.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Chip.tsx';
import { Plus } from '../ui/icons.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { MemberPersonDialog } from './MemberPersonDialog.tsx';

export const peopleKey = ['accounts', 'own'] as const;

/** The accounts of one's own municipality: who may do what, invitations, and a way to suspend. */
export function MemberPeople({ account }: { account: SelfView }) {
  const lang = useLang();
  const t = useTexts(accountTexts).people;
  const [open, setOpen] = useState<AccountView | 'new' | null>(null);
  const { data } = useQuery({
    queryKey: peopleKey,
    queryFn: ({ signal }) => call('GET /api/accounts', { query: { limit: 200 }, signal }),
  });
  const stateOf = (one: AccountView) => (one.state === 'active' ? null : <Tag tone="warn">{t.states[one.state]}</Tag>);
  const columns: Column<AccountView>[] = [
    {
      key: 'name',
      head: t.name,
      rowHead: true,
      cell: (one) => (
        <>
          {one.name || one.email} {one.id === account.id ? <Tag>{t.you}</Tag> : null}
          <small className="block text-12h font-normal text-ink-3">{one.email}</small>
          <small className="phone-only block text-12h font-normal">
            {roleNames[lang][one.role]} {stateOf(one)}
          </small>
        </>
      ),
    },
    { key: 'role', head: t.role, wideOnly: true, cell: (one) => roleNames[lang][one.role] },
    {
      key: 'state',
      head: t.state,
      wideOnly: true,
      cell: (one) => stateOf(one) ?? t.states.active,
    },
    {
      key: 'seen',
      head: t.lastSignedIn,
      wideOnly: true,
      cell: (one) => (one.lastSignedInAt ? formatStamp(one.lastSignedInAt, lang) : t.never),
    },
    {
      key: 'change',
      head: t.change,
      cell: (one) =>
        one.id === account.id ? null : (
          <Button size={30} aria-label={t.changeOf(one.name || one.email)} onClick={() => setOpen(one)}>
            {t.change}
          </Button>
        ),
    },
  ];
  return (
    <div>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2>{t.title}</h2>
          <p className="text-14 text-ink-3">{t.lead(account.memberName ? inWords(account.memberName, lang) : '')}</p>
        </div>
        <Button onClick={() => setOpen('new')}>
          <Plus aria-hidden="true" />
          {t.invite}
        </Button>
      </div>
      <Table caption={t.title} columns={columns} rows={data?.items ?? []} rowKey={(one) => one.id} />
      {open ? (
        <MemberPersonDialog
          key={open === 'new' ? 'new' : open.id}
          person={open === 'new' ? null : open}
          memberId={account.memberId}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </div>
  );
}
