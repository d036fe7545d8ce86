import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { checkTexts } from '#shared/accounts/check-texts.ts';
import type { CheckItem } from '#shared/accounts/contract.ts';
import type { OrganisationId } from '#shared/ids.ts';
import { roleNames } from '#shared/role-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatDay, formatStamp } from '#shared/time.ts';
import { call } from '../api.ts';
import { wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Chip.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { useToast } from '../ui/Toast.tsx';

/** A municipality's accounts in the yearly check, each to be kept or suspended. */
export function CheckList({ memberId }: { memberId: OrganisationId }) {
  const lang = useLang();
  const t = useTexts(checkTexts);
  const shell = useTexts(shellTexts);
  const client = useQueryClient();
  const toast = useToast();
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const query = useQuery({
    queryKey: ['account-check', memberId],
    queryFn: ({ signal }) => call('GET /api/members/:id/account-check', { params: { id: memberId }, signal }),
  });
  const { data, error } = query;
  const answer = async ({ account }: CheckItem, verdict: 'keep' | 'suspend') => {
    setFailure(null);
    setBusy(`${account.id} ${verdict}`);
    const name = account.name || account.email;
    try {
      const params = { id: account.id };
      await call('PUT /api/accounts/:id/check', { params, body: { verdict }, ifMatch: account.version });
      toast({ message: verdict === 'keep' ? t.kept(name) : t.suspended(name) });
    } catch (caught) {
      setFailure(wordsOf(caught, shell));
    }
    await Promise.all(
      [['account-check'], ['account-checks'], ['accounts']].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
    setBusy(null);
  };
  if (!data) {
    return error ? (
      <Banner kind="error" action={<Button onClick={() => void query.refetch()}>{shell.retry}</Button>}>
        {wordsOf(error, shell)}
      </Banner>
    ) : (
      <Skeleton />
    );
  }
  if (data.items.length === 0) {
    return (
      <div className="card">
        <EmptyState title={t.none}>{t.noneBody}</EmptyState>
      </div>
    );
  }
  const open = data.items.filter((item) => item.verdict === null).length;
  const columns: Column<CheckItem>[] = [
    {
      key: 'name',
      head: t.columns.name,
      rowHead: true,
      cell: ({ account }) => (
        <>
          {account.name || account.email}
          <small className="block text-12h font-normal text-ink-3">{account.email}</small>
        </>
      ),
    },
    { key: 'role', head: t.columns.role, wideOnly: true, cell: ({ account }) => roleNames[lang][account.role] },
    {
      key: 'last',
      head: t.columns.last,
      wideOnly: true,
      cell: ({ account }) => (account.lastSignedInAt ? formatStamp(account.lastSignedInAt, lang) : t.never),
    },
    {
      key: 'verdict',
      head: t.columns.verdict,
      cell: (item) =>
        item.verdict === null && data.isOpen ? (
          <Choice item={item} busy={busy} onAnswer={(verdict) => void answer(item, verdict)} />
        ) : (
          <Given item={item} />
        ),
    },
  ];
  return (
    <div className="grid gap-4">
      <Banner kind={data.isOpen && open > 0 ? 'action' : 'info'}>
        {data.isOpen ? <b className="block">{open > 0 ? t.left(open) : t.done}</b> : null}
        {data.isOpen ? t.until(formatDay(data.lastDay, lang)) : t.over(formatDay(data.lastDay, lang))}
      </Banner>
      {failure ? <Banner kind="error">{failure}</Banner> : null}
      <div className="card">
        <Table caption={t.title} columns={columns} rows={data.items} rowKey={(item) => item.account.id} />
      </div>
    </div>
  );
}

type ChoiceProps = { item: CheckItem; busy: string | null; onAnswer: (verdict: 'keep' | 'suspend') => void };

function Choice({ item: { account, whyNot }, busy, onAnswer }: ChoiceProps) {
  const t = useTexts(checkTexts);
  const name = account.name || account.email;
  if (whyNot) return <span className="text-13 text-ink-3">{whyNot}</span>;
  return (
    <span className="flex flex-wrap gap-2">
      <Button
        size={30}
        aria-label={t.keepOf(name)}
        busy={busy === `${account.id} keep`}
        busyLabel={t.sending}
        onClick={() => onAnswer('keep')}
      >
        {t.keep}
      </Button>
      <Button
        size={30}
        look="danger"
        aria-label={t.suspendOf(name)}
        busy={busy === `${account.id} suspend`}
        busyLabel={t.sending}
        onClick={() => onAnswer('suspend')}
      >
        {t.suspend}
      </Button>
    </span>
  );
}

function Given({ item: { verdict, answeredAt, answeredBy } }: { item: CheckItem }) {
  const lang = useLang();
  const t = useTexts(checkTexts);
  if (!verdict) return null;
  return (
    <>
      {verdict === 'keep' ? <Tag>{t.verdicts.keep}</Tag> : <Tag tone="late">{t.verdicts[verdict]}</Tag>}
      {answeredAt ? (
        <small className="block text-12h text-ink-3">{t.by(answeredBy ?? '', formatStamp(answeredAt, lang))}</small>
      ) : null}
    </>
  );
}
