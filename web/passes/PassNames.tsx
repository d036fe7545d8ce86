import { useState } from 'react';
import { OFFICIAL_STEPS, type PassBoard, type PassView } from '#shared/passes/contract.ts';
import { passTexts } from '#shared/passes/texts.ts';
import { whyNot } from '#shared/permission.ts';
import { formatDays } from '#shared/time.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useActor } from '../layouts/use-account.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';
import { GiveBackDialog } from './GiveBackDialog.tsx';
import { useRefreshPasses } from './use-board.ts';

type Named = PassView & { memberName: string };

/** Everybody who holds a pass, by municipality: where, when, and how far the secretariat's system is. */
export function PassNames({ board }: { board: PassBoard }) {
  const lang = useLang();
  const t = useTexts(passTexts);
  const actor = useActor();
  const toast = useToast();
  const refresh = useRefreshPasses();
  const { send, sentence, busy } = useSending('official');
  const [giving, setGiving] = useState<PassView | null>(null);
  const stopped = actor ? whyNot(actor, 'pass.allot', lang) : null;
  const nameOf = new Map(board.members.map((one) => [one.member.id, inWords(one.member.name, lang)]));
  const order = new Map(board.members.map((one, index) => [one.member.id, index]));
  const rows: Named[] = board.passes
    .map((pass) => ({ ...pass, memberName: nameOf.get(pass.memberId) ?? '' }))
    .sort((a, b) => (order.get(a.memberId) ?? 0) - (order.get(b.memberId) ?? 0) || a.from.localeCompare(b.from));

  const record = (pass: Named, official: PassView['official']) =>
    send(async () => {
      await call('PUT /api/passes/:id/official', {
        params: { id: pass.id },
        body: { official },
        ifMatch: pass.version,
      });
      await refresh();
      toast({ message: t.officialSaved(pass.delegate.name, t.officialStep[official]) });
    });

  const columns: Column<Named>[] = [
    { key: 'member', head: t.member, cell: (row) => row.memberName },
    {
      key: 'name',
      head: t.person,
      rowHead: true,
      cell: (row) => (
        <>
          {row.delegate.name} <small className="text-ink-3">{row.delegate.nameLatin}</small>
        </>
      ),
    },
    { key: 'pool', head: t.pool, cell: (row) => inWords(row.poolName, lang) },
    { key: 'place', head: t.place, number: true, cell: (row) => row.placeNumber, wideOnly: true },
    { key: 'days', head: t.days, cell: (row) => formatDays(row.from, row.to, lang) },
    {
      key: 'official',
      head: t.official,
      cell: (row) =>
        stopped ? (
          t.officialStep[row.official]
        ) : (
          <select
            className="input input-small"
            aria-label={t.officialFor(row.delegate.name)}
            value={row.official}
            aria-disabled={busy || undefined}
            onChange={(event) => void record(row, event.target.value as PassView['official'])}
          >
            {OFFICIAL_STEPS.map((step) => (
              <option key={step} value={step}>
                {t.officialStep[step]}
              </option>
            ))}
          </select>
        ),
    },
    {
      key: 'back',
      head: '',
      cell: (row) =>
        stopped ? null : (
          <Button look="quiet" size={30} className="no-print" onClick={() => setGiving(row)}>
            {t.giveBack}
          </Button>
        ),
    },
  ];
  if (rows.length === 0) return <EmptyState title={t.empty} />;
  return (
    <>
      {sentence ? <Banner kind="error">{sentence}</Banner> : null}
      <Table caption={t.namesCaption} columns={columns} rows={rows} rowKey={(row) => row.id} />
      {giving ? <GiveBackDialog pass={giving} onClose={() => setGiving(null)} /> : null}
    </>
  );
}
