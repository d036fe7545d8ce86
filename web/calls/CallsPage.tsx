import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CallView } from '#shared/calls/contract.ts';
import { callTexts } from '#shared/calls/texts.ts';
import { whyNot } from '#shared/permission.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { inWords } from '../in-words.ts';
import { DeskPage } from '../layouts/DeskPage.tsx';
import { useActor } from '../layouts/use-account.ts';
import { useMe, wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Chip.tsx';
import { DualTime } from '../ui/DualTime.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Link } from '../ui/Link.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Table } from '../ui/Table.tsx';
import { CallDialog } from './CallDialog.tsx';
import { callsQuery } from './use-calls.ts';

/** Every call of the current event: where it stands by the clock, and the way to its ranking. */
export function CallsPage() {
  const lang = useLang();
  const t = useTexts(callTexts);
  const shell = useTexts(shellTexts);
  const actor = useActor();
  const slug = useMe()?.currentEvent?.slug ?? '';
  const { data, error, refetch } = useQuery({ ...callsQuery(slug), enabled: slug !== '' });
  const [open, setOpen] = useState<CallView | 'new' | null>(null);
  const [copied, setCopied] = useState(false);
  const reason = actor ? whyNot(actor, 'call.change') : null;
  const edit = (call: CallView, copy: boolean) => {
    setCopied(copy);
    setOpen(call);
  };
  const add = (
    <Button look="primary" disabledReason={reason} onClick={() => setOpen('new')}>
      {t.add}
    </Button>
  );
  return (
    <DeskPage title={t.title} actions={add}>
      <p className="mb-4 text-ink-2">{t.lead}</p>
      {error && !data ? <Banner kind="error">{wordsOf(error, shell)}</Banner> : null}
      {!data && !error ? <Skeleton onRetry={() => void refetch()} /> : null}
      {data?.length === 0 ? <EmptyState title={t.none} /> : null}
      {data && data.length > 0 ? (
        <Table
          caption={t.title}
          rows={data}
          rowKey={(one) => one.id}
          columns={[
            {
              key: 'call',
              head: t.columns.call,
              rowHead: true,
              cell: (one) => (
                <>
                  <Link href={`/desk/calls/${one.id}`}>{inWords(one.title, lang)}</Link>{' '}
                  <Tag {...(one.state === 'open' ? { tone: 'live' } : {})}>{t.state[one.state]}</Tag>
                </>
              ),
            },
            {
              key: 'room',
              head: t.columns.room,
              cell: (one) => (one.room ? inWords(one.room.name, lang) : t.wholeEvent),
            },
            {
              key: 'period',
              head: t.columns.period,
              wideOnly: true,
              cell: (one) => (
                <>
                  <span className="block">
                    {t.fields.opensAt} <DualTime from={one.opensAt} zone={one.timeZone} day="short" />
                  </span>
                  <span className="block">
                    {t.fields.closesAt} <DualTime from={one.closesAt} zone={one.timeZone} day="short" />
                  </span>
                </>
              ),
            },
            { key: 'count', head: t.columns.proposals, number: true, cell: (one) => t.count(one.proposals) },
            {
              key: 'act',
              head: t.columns.act,
              cell: (one) => (
                <span className="flex gap-2">
                  <Button size={30} disabledReason={reason} onClick={() => edit(one, false)}>
                    {t.edit}
                  </Button>
                  <Button size={30} look="quiet" disabledReason={reason} onClick={() => edit(one, true)}>
                    {t.copy}
                  </Button>
                </span>
              ),
            },
          ]}
        />
      ) : null}
      {open ? (
        <CallDialog
          slug={slug}
          given={open === 'new' ? null : open}
          copy={open !== 'new' && copied}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </DeskPage>
  );
}
