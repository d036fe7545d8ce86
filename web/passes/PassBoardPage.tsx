import './passes.css';
import { useState } from 'react';
import type { PassBoard } from '#shared/passes/contract.ts';
import { passTexts } from '#shared/passes/texts.ts';
import { whatIfTexts } from '#shared/passes/what-if-texts.ts';
import { DeskPage } from '../layouts/DeskPage.tsx';
import { useSearchWords } from '../navigation.ts';
import { paths } from '../paths.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ButtonLink } from '../ui/Link.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useMedia } from '../ui/use-media.ts';
import { AllotDialog } from './AllotDialog.tsx';
import { PassNames } from './PassNames.tsx';
import { PoolMeters } from './PoolMeters.tsx';
import { ShareTable } from './ShareTable.tsx';
import { useBoard } from './use-board.ts';
import { WaitingList } from './WaitingList.tsx';
import { WhatIf } from './WhatIf.tsx';

/** Pools, who got what part of their wish, who waits, and who holds a pass. */
export function PassBoardPage() {
  const t = useTexts(passTexts);
  const [search, setSearch] = useSearchWords();
  const { data: board, isError, refetch } = useBoard();
  const [printed, setPrinted] = useState(false);
  const names = search.view === 'names';
  const print = () => {
    setSearch({ view: 'names' });
    setPrinted(!printed);
    setTimeout(() => window.print(), 100);
  };
  return (
    <DeskPage
      title={t.title}
      body="bare"
      actions={
        <Button className="wide-only" onClick={print}>
          {t.print}
        </Button>
      }
    >
      {isError && !board ? (
        <Banner
          kind="error"
          action={
            <Button size={30} onClick={() => void refetch()}>
              {t.title}
            </Button>
          }
        >
          {t.loadFailed}
        </Banner>
      ) : null}
      {board ? (
        <Board
          board={board}
          names={names}
          onView={(view) => setSearch({ view: view === 'fairness' ? undefined : view })}
          view={search.view ?? 'fairness'}
        />
      ) : isError ? null : (
        <Skeleton rows={8} />
      )}
      {board && search.request ? (
        <AllotDialog requestId={search.request} board={board} onClose={() => setSearch({ request: undefined })} />
      ) : null}
    </DeskPage>
  );
}

type BoardProps = { board: PassBoard; names: boolean; view: string; onView: (view: string) => void };

function Board({ board, names, view, onView }: BoardProps) {
  const t = useTexts(passTexts);
  const w = useTexts(whatIfTexts);
  const [, setSearch] = useSearchWords();
  const narrow = useMedia('(max-width: 1023px)');
  if (board.pools.length === 0) {
    return (
      <EmptyState title={t.noPools} action={<ButtonLink href={paths.settings()}>{t.settings}</ButtonLink>}>
        {t.noPoolsBody}
      </EmptyState>
    );
  }
  const waiting = <WaitingList waiting={board.waiting} onAllot={(row) => setSearch({ request: row.requestId })} />;
  const shown =
    view === 'what-if' ? (
      <WhatIf board={board} />
    ) : narrow && view === 'waiting' ? (
      waiting
    ) : names ? (
      <PassNames board={board} />
    ) : (
      <ShareTable board={board} />
    );
  const views = [
    { value: 'fairness', label: t.fairness },
    { value: 'names', label: t.names },
    { value: 'what-if', label: w.tab },
    ...(narrow ? [{ value: 'waiting', label: t.waitingTab }] : []),
  ];
  return (
    <div className="pass-board">
      <PoolMeters pools={board.pools} />
      <div className="pass-panes">
        <div className="pass-main">
          <div className="pass-tools no-print">
            <Segmented label={t.view} value={view} onValue={onView} options={views} />
            {view === 'fairness' ? <Legend /> : null}
          </div>
          {shown}
        </div>
        {narrow || view === 'what-if' ? null : waiting}
      </div>
    </div>
  );
}

function Legend() {
  const t = useTexts(passTexts);
  return (
    <p className="pass-legend wide-only" aria-hidden="true">
      <span>
        <i data-part="confirmed" /> {t.legend.confirmed}
      </span>
      <span>
        <i data-part="held" /> {t.legend.held}
      </span>
      <span>
        <i data-part="open" /> {t.legend.wished}
      </span>
    </p>
  );
}
