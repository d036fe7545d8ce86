import './bilaterals.css';
import { useEffect } from 'react';
import type { BilateralRow } from '#shared/bilaterals/contract.ts';
import { STAGES, type Stage, stageOf } from '#shared/bilaterals/planner.ts';
import { bilateralTexts } from '#shared/bilaterals/texts.ts';
import type { RequestState } from '#shared/requests/lifecycle.ts';
import { requestWords } from '#shared/requests/words.ts';
import { inWords } from '../in-words.ts';
import { DeskPage } from '../layouts/DeskPage.tsx';
import { useSetDeskCount } from '../layouts/desk-counts.tsx';
import { paths } from '../paths.ts';
import { useNow } from '../query.ts';
import { turnName } from '../requests/desk/row-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { DualTime } from '../ui/DualTime.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ButtonLink, Link } from '../ui/Link.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { DueChip } from '../ui/Turn.tsx';
import { useBilaterals } from './use-planner.ts';

const progressOf = (row: BilateralRow) => stageOf({ state: row.state as RequestState, meeting: row.meeting });

/** The requests for meetings, by how far each is. */
export function BilateralsPage() {
  const t = useTexts(bilateralTexts);
  const { data, isError, refetch } = useBilaterals();
  const setCount = useSetDeskCount();
  const rows = data?.items;
  const open = rows?.filter((row) => row.turn === 'desk' && progressOf(row) !== 'closed').length;
  useEffect(() => setCount(paths.bilaterals(), open || undefined), [open, setCount]);
  const groups = STAGES.map((stage) => ({
    stage,
    rows: (rows ?? []).filter((row) => progressOf(row) === stage),
  })).filter((group) => group.rows.length > 0);
  const again = (
    <Button size={30} onClick={() => void refetch()}>
      {t.retry}
    </Button>
  );
  return (
    <DeskPage title={t.title} subtitle={rows ? t.count(rows.length) : ''}>
      {isError && !rows ? (
        <Banner kind="error" action={again}>
          {t.loadFailed}
        </Banner>
      ) : null}
      {!rows && !isError ? <Skeleton rows={8} /> : null}
      {rows && rows.length === 0 ? (
        <EmptyState title={t.empty} action={<ButtonLink href={paths.desk()}>{t.queue}</ButtonLink>}>
          {t.emptyBody}
        </EmptyState>
      ) : null}
      {groups.map((group) => (
        <ProgressGroup key={group.stage} {...group} />
      ))}
    </DeskPage>
  );
}

function ProgressGroup({ stage, rows }: { stage: Stage; rows: readonly BilateralRow[] }) {
  const t = useTexts(bilateralTexts);
  const words = useTexts(requestWords);
  const lang = useLang();
  const now = useNow();
  const name = (row: BilateralRow) =>
    t.pair(
      inWords(row.member.name, lang),
      (row.meeting ? inWords(row.meeting.counterpart.name, lang) : row.counterpartName) || words.untitled.bilateral,
    );
  const columns: Column<BilateralRow>[] = [
    {
      key: 'meeting',
      head: t.columns.meeting,
      rowHead: true,
      cell: (row) => (
        <>
          <Link href={paths.bilateral(row.requestId)}>{name(row)}</Link>
          <small className="bilateral-reference">{row.reference}</small>
        </>
      ),
    },
    { key: 'turn', head: t.columns.turn, cell: (row) => turnName({ member: row.member, turn: row.turn }, lang) },
    { key: 'due', head: t.columns.due, cell: (row) => (row.dueAt ? <DueChip due={row.dueAt} now={now} /> : '–') },
    {
      key: 'time',
      head: t.columns.time,
      wideOnly: true,
      cell: ({ meeting, windows, minutes }) =>
        meeting?.startsAt ? (
          <DualTime from={meeting.startsAt} to={meeting.endsAt} zone={meeting.timeZone} day="short" />
        ) : (
          `${t.windows(windows.length)}　${words.minutes(minutes)}`
        ),
    },
  ];
  return (
    <section className="bilateral-group" data-stage={stage}>
      <h2>
        {t.stage[stage]} <small>{t.count(rows.length)}</small>
      </h2>
      <div className="card">
        <Table caption={t.stage[stage]} columns={columns} rows={rows} rowKey={(row) => row.requestId} />
      </div>
    </section>
  );
}
