import './editor.css';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { whyNot } from '#shared/permission.ts';
import type { RequestRow } from '#shared/requests/contract.ts';
import type { DraftView, PlaceSession, SessionView } from '#shared/schedule/contract.ts';
import { clockOfMinute } from '#shared/schedule/editor-grid.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { dayOf } from '#shared/time.ts';
import { instantOf } from '#shared/time-zone.ts';
import { call, newIdempotencyKey, Refused } from '../api.ts';
import { FindingsList, useFindings } from '../clashes/FindingsList.tsx';
import { PlanningDialog } from '../clashes/PlanningDialog.tsx';
import { inWords } from '../in-words.ts';
import { useActor } from '../layouts/use-account.ts';
import { useSearchWords } from '../navigation.ts';
import { useNow } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';
import { CancelSessionDialog } from './CancelSessionDialog.tsx';
import { DayGrid } from './DayGrid.tsx';
import { DayList } from './DayList.tsx';
import { DayTabs } from './DayTabs.tsx';
import { EditorTools } from './EditorTools.tsx';
import { FindingActions } from './FindingActions.tsx';
import { MoveDialog, type Placing } from './MoveDialog.tsx';
import { ProposalPanel } from './ProposalPanel.tsx';
import { proposedOf } from './proposed.ts';
import { SCALE } from './SessionBlock.tsx';
import { SessionDialog } from './SessionDialog.tsx';
import { UnplacedList } from './UnplacedList.tsx';
import { useActs } from './use-acts.ts';
import { type Target, useCarry } from './use-carry.ts';
import { useApprovedSpeaking, useRefreshSchedule } from './use-draft.ts';
import { useGridPointer } from './use-grid-pointer.ts';
import { useProposal } from './use-proposal.ts';

/** The panes of the editor: what has no place, the grid, and what does not fit. */
export function Editor({ draft }: { draft: DraftView }) {
  const t = useTexts(scheduleTexts);
  const shell = useTexts(shellTexts);
  const lang = useLang();
  const actor = useActor();
  const now = useNow();
  const toast = useToast();
  const refresh = useRefreshSchedule();
  const [search, setSearch] = useSearchWords();
  const [open, setOpen] = useState<{ session: SessionView | null } | null>(null);
  const [placing, setPlacing] = useState<Placing | null>(null);
  const [cancelling, setCancelling] = useState<SessionView | null>(null);
  const [planning, setPlanning] = useState(false);
  const [panes, body] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  const onOpen = useCallback((session: SessionView) => setOpen({ session }), []);
  const { send, sentence, clear } = useSending('editor');
  const { act, goBack } = useActs();
  const proposal = useProposal();
  const stopped = actor ? whyNot(actor, 'schedule.arrange', lang) : null;

  const openDays = useMemo(() => draft.days.filter((one) => !one.rest).map((one) => one.day), [draft]);
  const today = dayOf(now, draft.timeZone);
  const day = search.day ?? (draft.days.some((one) => one.day === today) ? today : (openDays[0] ?? ''));
  const three = search.days === '3';
  const days = useMemo(() => {
    const at = openDays.indexOf(day);
    return three && at >= 0 ? openDays.slice(Math.min(at, Math.max(0, openDays.length - 3))).slice(0, 3) : [day];
  }, [openDays, day, three]);
  const findings = useFindings().data?.items;
  const { marked, blocking, daysMarked } = useMemo(() => {
    const counting = (findings ?? []).filter((one) => one.acknowledged === null);
    const idsOf = (some: typeof counting) =>
      new Set(some.flatMap((one) => one.about.map((about) => about.id as string)));
    const loud = counting.filter((one) => one.strength === 'blocking');
    return {
      marked: idsOf(counting.filter((one) => one.kind !== 'missing_text' && one.kind !== 'no_go')),
      blocking: idsOf(loud),
      daysMarked: new Set(loud.map((one) => dayOf(one.at, draft.timeZone))),
    };
  }, [findings, draft]);
  const proposed = useMemo(
    () => proposedOf(draft, proposal.run?.proposal ?? null, (title) => inWords(title, lang)),
    [draft, proposal.run, lang],
  );

  /** Places; when somebody would be in two places, or a colleague was first, the form asks with both versions in it. */
  const placeOrAsk = (session: SessionView, input: PlaceSession, target?: Target) =>
    send(async () => {
      try {
        await act(session, input);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        const placingAt = target ?? targetOf(draft, input);
        if (error.code === 'clash') setPlacing({ session, target: placingAt, clash: error.body.detail });
        else if (error.code === 'changed-meanwhile') {
          setPlacing({ session, target: placingAt, theirs: error.body.current as SessionView });
          await refresh();
        } else {
          await refresh();
          throw error;
        }
      }
    });
  // Drawn anew when the draft changes, not with each step of what is carried.
  const mend = useRef(placeOrAsk);
  useEffect(() => {
    mend.current = placeOrAsk;
  });
  const findingsList = useMemo(
    () => (
      <FindingsList
        actions={(finding) => (
          <FindingActions
            {...{ finding, draft, stopped, onOpen }}
            onMend={(session, where) => mend.current(session, where)}
          />
        )}
      />
    ),
    [draft, stopped, onOpen],
  );
  const onDrop = async (session: SessionView, target: Target): Promise<boolean> => {
    const room = draft.rooms[target.roomIndex];
    if (!room) return false;
    const startsAt = instantOf(target.day, clockOfMinute(target.minute), draft.timeZone).toISOString();
    return placeOrAsk(session, { roomId: room.id, startsAt, minutes: target.minutes }, target);
  };
  const unplace = (session: SessionView) =>
    send(async () => {
      await act(session, null);
      setOpen(null);
      toast({ message: t.unplacedDone(inWords(session.title, lang)) });
    });
  const carry = useCarry({
    ...{ draft, days },
    onDay: (step) => {
      const index = openDays.indexOf(day) + step;
      const next = openDays[Math.min(Math.max(index, 0), openDays.length - 1)];
      if (next) setSearch({ day: next });
    },
    onDrop: stopped ? async () => false : onDrop,
    onMoveByForm: (session) => (stopped ? undefined : setPlacing({ session })),
    onUnplace: (session) => (stopped ? undefined : void unplace(session)),
  });
  useGridPointer({ panes, body, carry, sessions: draft.sessions, scale: SCALE });
  const back = async (way: 'undo' | 'redo') => {
    await send(async () => {
      const said = await goBack(way);
      carry.say(said);
      toast({ message: said });
    });
  };
  const make = (request: RequestRow) =>
    send(async () => {
      const session = await call('POST /api/requests/:id/session', {
        params: { id: request.id },
        idempotencyKey: newIdempotencyKey(),
      });
      await refresh();
      toast({ message: t.madeSession(inWords(session.title, lang)) });
      setPlacing({ session });
    });
  const isAsking = open !== null || placing !== null || cancelling !== null || planning;
  useUndoKeys(back, !isAsking && stopped === null);

  const unplaced = draft.sessions.filter((one) => one.state === 'planned' && one.slot === null);
  const withSession = new Set(draft.sessions.map((one) => one.requestId));
  const requests = useApprovedSpeaking().filter((one) => !withSession.has(one.id));
  return (
    <div className="editor">
      <DayTabs
        {...{ draft, days, three, marked: daysMarked, stopped }}
        onDay={(next) => setSearch({ day: next })}
        onSpan={(many) => setSearch({ days: many ? '3' : undefined })}
        onAdd={() => setOpen({ session: null })}
      />
      {sentence ? (
        <Banner
          kind="error"
          action={
            <Button size={30} onClick={clear}>
              {shell.close}
            </Button>
          }
        >
          {sentence}
        </Banner>
      ) : null}
      <EditorTools
        {...{ stopped, proposal }}
        unplaced={unplaced.length}
        onBack={(way) => void back(way)}
        onPlanning={() => setPlanning(true)}
      />
      <div className="editor-panes" ref={panes}>
        <UnplacedList
          sessions={unplaced}
          requests={requests}
          carry={carry}
          stopped={stopped}
          onMake={(request) => void make(request)}
          onOpen={onOpen}
          onMove={(session) => setPlacing({ session })}
        />
        <DayGrid {...{ draft, days, carry, marked, blocking, proposed, body, onOpen }} />
        <DayList draft={draft} day={day} marked={marked} onOpen={onOpen} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys too (WCAG 2.1.1) */}
        <aside className="editor-findings" aria-label={t.findings} tabIndex={0}>
          {proposal.open ? <ProposalPanel draft={draft} proposal={proposal} stopped={stopped} /> : null}
          <h2>{t.findings}</h2>
          {findingsList}
        </aside>
      </div>
      <p className="hidden-text" role="status" aria-live="assertive">
        {carry.said}
      </p>
      {open ? (
        <SessionDialog
          session={open.session}
          stopped={stopped}
          onMove={() => {
            if (open.session) setPlacing({ session: open.session });
            setOpen(null);
          }}
          onUnplace={() => open.session && void unplace(open.session)}
          onCancelSession={() => {
            setCancelling(open.session);
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {placing ? (
        <MoveDialog draft={draft} placing={placing} day={day} place={act} onClose={() => setPlacing(null)} />
      ) : null}
      {cancelling ? <CancelSessionDialog session={cancelling} onClose={() => setCancelling(null)} /> : null}
      {planning ? <PlanningDialog onClose={() => setPlanning(false)} /> : null}
    </div>
  );
}

/** Ctrl+Z and Ctrl+Y (or Shift+Ctrl+Z), unless somebody is typing or answering a dialog. */
function useUndoKeys(back: (way: 'undo' | 'redo') => Promise<void>, on: boolean): void {
  const now = useRef(back);
  useEffect(() => {
    now.current = back;
  });
  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
      if (!(event.ctrlKey || event.metaKey) || event.altKey || typing) return;
      const key = event.key.toLowerCase();
      const way = key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' ? 'undo' : null;
      if (!way) return;
      event.preventDefault();
      void now.current(way);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [on]);
}

/** The cell that a place stands for. */
function targetOf(draft: DraftView, { roomId, startsAt, minutes }: PlaceSession): Target {
  const midnight = instantOf(dayOf(startsAt, draft.timeZone), '12:00', draft.timeZone).getTime() - 12 * 3_600_000;
  return {
    ...{ roomIndex: draft.rooms.findIndex((room) => room.id === roomId), day: dayOf(startsAt, draft.timeZone) },
    ...{ minute: (Date.parse(startsAt) - midnight) / 60_000, minutes },
  };
}
