import './queue.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { may } from '#shared/permission.ts';
import { deskTexts } from '#shared/requests/desk-texts.ts';
import { queueTexts } from '#shared/requests/queue-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatDay } from '#shared/time.ts';
import { DeskPage } from '../../layouts/DeskPage.tsx';
import { useSetDeskCount } from '../../layouts/desk-counts.tsx';
import { useActor } from '../../layouts/use-account.ts';
import { useSearchWords } from '../../navigation.ts';
import { paths } from '../../paths.ts';
import { useMe, useNow, wordsOf } from '../../query.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Filter } from '../../ui/icons.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { PHONE, useMedia } from '../../ui/use-media.ts';
import { useStable } from '../../ui/use-stable.ts';
import { BulkBar } from './BulkBar.tsx';
import { type BulkDeed, BulkDialog } from './BulkDialog.tsx';
import { toggled } from './cursor.ts';
import { KeysDialog } from './KeysDialog.tsx';
import { OnBehalfDialog } from './OnBehalfDialog.tsx';
import { QueueCards } from './QueueCards.tsx';
import { QueueEmpty } from './QueueEmpty.tsx';
import { QueueFilters } from './QueueFilters.tsx';
import { QueueFoot } from './QueueFoot.tsx';
import { QueueTable } from './QueueTable.tsx';
import { QueueViews } from './QueueViews.tsx';
import { groupRows } from './queue-groups.ts';
import { queueWords } from './queue-search.ts';
import { RequestPanel } from './RequestPanel.tsx';
import { leaveTrail } from './trail.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { useQueueCounts, useQueueRows } from './use-queue.ts';
import { useQueueKeys } from './use-queue-keys.ts';
import { useSelection } from './use-selection.ts';

/** The office's queue: what waits, by how late it is, and everything one does to it. */
export function QueuePage() {
  const lang = useLang();
  const t = useTexts(queueTexts);
  const panel = useTexts(deskTexts).panel;
  const shell = useTexts(shellTexts);
  const actor = useActor();
  const event = useMe()?.currentEvent;
  const now = useNow();
  const phone = useMedia(PHONE);
  const over = useMedia('(max-width: 1023px)');
  const [search, change] = useSearchWords();
  const words = useMemo(() => queueWords(search), [search]);
  const found = useQueueRows(words, event?.slug);
  const counts = useQueueCounts(event?.slug);
  const setCount = useSetDeskCount();
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const [bulk, setBulk] = useState<BulkDeed | null>(null);
  const [shown, setShown] = useState<'keys' | 'behalf' | 'filters' | null>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const states = useRef<HTMLSpanElement>(null);
  const rows = found.rows;
  const closed = words.closed === 'true';
  const hour = Math.floor(now.getTime() / 300_000);
  const groups = useMemo(() => groupRows(rows ?? [], new Date(hour * 300_000), closed), [rows, closed, hour]);
  const ids = useMemo(
    () =>
      groups.filter((group) => !collapsed.has(group.name)).flatMap((group) => group.rows.map((row): string => row.id)),
    [groups, collapsed],
  );
  const open = phone ? undefined : search.r;
  const { cursor, setCursor, chosen, choose, clear, keep, stepped } = useSelection(ids, search.r ?? null);
  const chosenRows = (rows ?? []).filter((row) => chosen.has(row.id));
  const targets = chosenRows.length > 0 ? chosenRows : (rows ?? []).filter((row) => row.id === cursor);
  const mayTriage = actor !== null && may(actor, 'request.triage');
  const mayFile = actor !== null && may(actor, 'request.write') && event !== null && event !== undefined;
  useEffect(() => setCount(paths.desk(), counts?.open), [counts, setCount]);
  useEffect(() => leaveTrail(ids), [ids]);

  const show = useStable((id: string) => {
    setCursor(id);
    change({ r: id });
  });
  const move = useStable((by: number) => {
    const next = stepped(by);
    if (!next) return;
    if (open) show(next);
    else setCursor(next);
    document.getElementById(`row-${next}`)?.focus({ preventScroll: true });
  });
  const close = () => {
    change({ r: undefined });
    document.getElementById(`row-${cursor}`)?.focus({ preventScroll: true });
  };
  useDeskKeys();
  useQueueKeys({
    active: !phone,
    open: Boolean(open),
    mayTriage,
    mayFile,
    hasTargets: targets.length > 0,
    move,
    onOpen: () => cursor && show(cursor),
    onClose: () => (open ? close() : clear()),
    onChoose: (range) => cursor && choose(cursor, range),
    onBulk: setBulk,
    onStates: () => {
      if (chosen.size === 0 && cursor) choose(cursor, false);
      requestAnimationFrame(() => states.current?.querySelector('button')?.click());
    },
    onSearch: () => searchBox.current?.focus(),
    onKeys: () => setShown('keys'),
    onBehalf: () => setShown('behalf'),
  });

  const more = found.hasNextPage ? () => void found.fetchNextPage() : null;
  const totals = closed || words.q || Object.keys(words).length > 0 ? {} : (counts?.groups ?? {});
  const at = open ? ids.indexOf(open) : -1;
  const along = (index: number) => {
    const id = index >= 0 ? ids[index] : undefined;
    return id ? () => show(id) : null;
  };
  const list = { groups, totals, now, more, loadingMore: found.isFetchingNextPage };
  const actions = (
    <>
      {mayFile ? (
        <Button size={30} look="primary" className="wide-only" onClick={() => setShown('behalf')}>
          {t.behalf.button} <Kbd>⇧N</Kbd>
        </Button>
      ) : null}
      <Button
        look="quiet"
        iconOnly
        className="phone-only"
        aria-label={t.filter.open}
        aria-expanded={shown === 'filters'}
        onClick={() => setShown(shown === 'filters' ? null : 'filters')}
      >
        <Filter aria-hidden="true" />
      </Button>
    </>
  );
  return (
    <DeskPage
      title={t.title}
      subtitle={event ? t.today(event.shortName, formatDay(now, lang)) : null}
      actions={actions}
      body="panes"
    >
      <section className="queue" aria-label={t.grid}>
        <QueueViews words={words} counts={counts} chips={phone} />
        {!phone || shown === 'filters' ? <QueueFilters words={words} onWords={change} searchBox={searchBox} /> : null}
        {found.error ? (
          <Banner
            kind="error"
            action={
              <Button size={30} onClick={() => void found.refetch()}>
                {shell.retry}
              </Button>
            }
          >
            {wordsOf(found.error, shell)}
          </Banner>
        ) : null}
        {event === null || rows?.length === 0 ? (
          <QueueEmpty words={words} noEvent={event === null} />
        ) : !rows ? (
          found.error ? null : (
            <Skeleton rows={12} onRetry={() => void found.refetch()} />
          )
        ) : phone ? (
          <QueueCards {...list} />
        ) : (
          <QueueTable
            {...list}
            cursor={cursor}
            chosen={chosen}
            collapsed={collapsed}
            onCollapse={(name) => setCollapsed(toggled(collapsed, name))}
            onOpen={show}
            onChoose={choose}
            onMove={move}
          />
        )}
        {mayTriage && chosenRows.length > 0 ? (
          <BulkBar count={chosenRows.length} onDeed={setBulk} onClear={clear} states={states} />
        ) : null}
        {phone ? null : <QueueFoot onAll={() => setShown('keys')} />}
      </section>
      {open ? (
        <Pane label={panel.label('')} handle={panel.resize} name="cop-desk-panel" over={over}>
          <RequestPanel
            id={open}
            full={false}
            trail={{
              at: at + 1,
              of: counts && !closed && Object.keys(words).length === 0 ? counts.open : ids.length,
              onPrevious: along(at - 1),
              onNext: along(at + 1),
            }}
            onClose={close}
          />
        </Pane>
      ) : null}
      {bulk && targets.length > 0 ? (
        <BulkDialog
          rows={targets}
          deed={bulk}
          onClose={() => setBulk(null)}
          onDone={(refused) => {
            setBulk(null);
            keep(refused);
          }}
        />
      ) : null}
      {shown === 'keys' ? <KeysDialog onClose={() => setShown(null)} /> : null}
      {shown === 'behalf' && event ? <OnBehalfDialog event={event.slug} onClose={() => setShown(null)} /> : null}
    </DeskPage>
  );
}
