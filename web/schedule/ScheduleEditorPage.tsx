import './editor.css';
import { useState } from 'react';
import { whyNot } from '#shared/permission.ts';
import type { RequestRow } from '#shared/requests/contract.ts';
import { taskTexts } from '#shared/requests/task-texts.ts';
import type { DraftView, PlaceSession, SessionView } from '#shared/schedule/contract.ts';
import { clockOfMinute } from '#shared/schedule/editor-grid.ts';
import { sheetTexts } from '#shared/schedule/sheet-texts.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { dayOf, formatShortDay, formatWeekday } from '#shared/time.ts';
import { instantOf } from '#shared/time-zone.ts';
import { call, newIdempotencyKey, Refused } from '../api.ts';
import { FindingsList, useFindings } from '../clashes/FindingsList.tsx';
import { inWords } from '../in-words.ts';
import { DeskPage } from '../layouts/DeskPage.tsx';
import { useActor } from '../layouts/use-account.ts';
import { useSearchWords } from '../navigation.ts';
import { paths } from '../paths.ts';
import { useMe, useNow } from '../query.ts';
import { taskPaths } from '../requests/tasks/task-paths.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ButtonLink } from '../ui/Link.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { CancelSessionDialog } from './CancelSessionDialog.tsx';
import { DayGrid } from './DayGrid.tsx';
import { DayList } from './DayList.tsx';
import { MoveDialog, type Placing } from './MoveDialog.tsx';
import { ReleaseDialog } from './ReleaseDialog.tsx';
import { SessionDialog } from './SessionDialog.tsx';
import { UnplacedList } from './UnplacedList.tsx';
import { type Target, useCarry } from './use-carry.ts';
import { useApprovedSpeaking, useDraft, useRefreshSchedule } from './use-draft.ts';

/** The draft of the programme: what is placed where, what is not yet, and the button that publishes it. */
export function ScheduleEditorPage() {
  const t = useTexts(scheduleTexts);
  const preparing = useTexts(taskTexts);
  const sheets = useTexts(sheetTexts);
  const [search] = useSearchWords();
  const lang = useLang();
  const actor = useActor();
  const me = useMe();
  const { data: draft, isError, refetch } = useDraft();
  const [releasing, setReleasing] = useState(false);
  const stopped = actor ? whyNot(actor, 'schedule.release', lang) : null;
  const nothing = draft && draft.changed === 0 ? t.nothingToRelease : null;
  const subtitle = draft?.latestRelease
    ? t.latest(draft.latestRelease.number, formatShortDay(draft.latestRelease.releasedAt, lang))
    : t.never;
  return (
    <DeskPage
      title={t.title}
      subtitle={subtitle}
      body="bare"
      actions={
        <>
          <span className="wide-only flex gap-2">
            <ButtonLink href={paths.tasks()}>{preparing.title}</ButtonLink>
            <ButtonLink href={taskPaths.sheets(search.day)}>{sheets.title}</ButtonLink>
          </span>
          {me?.currentEvent ? (
            <a
              className="button wide-only"
              data-look="secondary"
              data-size={36}
              href={paths.publicSchedule(me.currentEvent.slug, lang)}
            >
              {t.seePublic}
            </a>
          ) : null}
          <Button look="primary" disabledReason={stopped ?? nothing} onClick={() => setReleasing(true)}>
            {t.release(draft?.changed ?? 0)}
          </Button>
        </>
      }
    >
      {isError && !draft ? (
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
      {!draft && !isError ? <Skeleton rows={8} /> : null}
      {draft && draft.rooms.length === 0 ? (
        <EmptyState title={t.noRooms} action={<ButtonLink href={paths.settings()}>{t.settings}</ButtonLink>}>
          {t.noRoomsBody}
        </EmptyState>
      ) : null}
      {draft && draft.rooms.length > 0 ? <Editor draft={draft} /> : null}
      {releasing && draft ? <ReleaseDialog changed={draft.changed} onClose={() => setReleasing(false)} /> : null}
    </DeskPage>
  );
}

type Open = { session: SessionView | null } | null;

function Editor({ draft }: { draft: DraftView }) {
  const t = useTexts(scheduleTexts);
  const shell = useTexts(shellTexts);
  const lang = useLang();
  const actor = useActor();
  const now = useNow();
  const toast = useToast();
  const refresh = useRefreshSchedule();
  const [search, setSearch] = useSearchWords();
  const [open, setOpen] = useState<Open>(null);
  const [placing, setPlacing] = useState<Placing | null>(null);
  const [cancelling, setCancelling] = useState<SessionView | null>(null);
  const { send, sentence, clear } = useSending('editor');
  const stopped = actor ? whyNot(actor, 'schedule.arrange', lang) : null;
  const openDays = draft.days.filter((one) => !one.rest);
  const today = dayOf(now, draft.timeZone);
  const day = search.day ?? (draft.days.some((one) => one.day === today) ? today : (openDays[0]?.day ?? ''));
  const findings = useFindings().data?.items;
  const marked = new Set((findings ?? []).flatMap((one) => one.about.map((about) => about.id as string)));
  const daysMarked = new Set((findings ?? []).map((one) => dayOf(one.at, draft.timeZone)));

  const place = async (session: SessionView, input: PlaceSession) => {
    await call('PUT /api/sessions/:id/slot', { params: { id: session.id }, body: input, ifMatch: session.version });
    await refresh();
  };
  const onDrop = async (session: SessionView, target: Target): Promise<boolean> => {
    const room = draft.rooms[target.roomIndex];
    if (!room) return false;
    const startsAt = instantOf(target.day, clockOfMinute(target.minute), draft.timeZone).toISOString();
    return send(async () => {
      try {
        await place(session, { roomId: room.id, startsAt, minutes: session.minutes });
      } catch (error) {
        if (!(error instanceof Refused && error.code === 'clash')) {
          await refresh();
          throw error;
        }
        setPlacing({ session, target, clash: error.body.detail });
      }
    });
  };
  const carry = useCarry({
    draft,
    day,
    onDay: (step) => {
      const index = openDays.findIndex((one) => one.day === day) + step;
      const next = openDays[Math.min(Math.max(index, 0), openDays.length - 1)];
      if (next) setSearch({ day: next.day });
    },
    onDrop: stopped ? async () => false : onDrop,
    onMoveByForm: (session) => (stopped ? undefined : setPlacing({ session })),
  });
  const unplace = (session: SessionView) =>
    send(async () => {
      await call('DELETE /api/sessions/:id/slot', { params: { id: session.id }, ifMatch: session.version });
      await refresh();
      setOpen(null);
      toast({ message: t.unplacedDone(inWords(session.title, lang)) });
    });
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

  const unplaced = draft.sessions.filter((one) => one.state === 'planned' && one.slot === null);
  const withSession = new Set(draft.sessions.map((one) => one.requestId));
  const requests = useApprovedSpeaking().filter((one) => !withSession.has(one.id));
  return (
    <div className="editor">
      <nav className="day-tabs no-print" aria-label={t.days}>
        {draft.days.map((one) => (
          <button
            key={one.day}
            type="button"
            data-rest={one.rest || undefined}
            aria-current={one.day === day ? 'date' : undefined}
            onClick={() => setSearch({ day: one.day })}
          >
            <b>{Number(one.day.slice(8))}</b> {formatWeekday(one.day, lang, draft.timeZone)}
            {daysMarked.has(one.day) ? <i aria-hidden="true" /> : null}
            {one.rest ? <VisuallyHidden>{t.rest}</VisuallyHidden> : null}
          </button>
        ))}
        <span className="flex-1" />
        <Button size={30} disabledReason={stopped} onClick={() => setOpen({ session: null })}>
          {t.addSession}
        </Button>
      </nav>
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
      <div className="editor-panes">
        <UnplacedList
          sessions={unplaced}
          requests={requests}
          carry={carry}
          stopped={stopped}
          onMake={(request) => void make(request)}
          onOpen={(session) => setOpen({ session })}
          onMove={(session) => setPlacing({ session })}
        />
        <DayGrid draft={draft} day={day} carry={carry} marked={marked} onOpen={(session) => setOpen({ session })} />
        <DayList draft={draft} day={day} marked={marked} onOpen={(session) => setOpen({ session })} />
        <aside className="editor-findings" aria-label={t.findings}>
          <h2>{t.findings}</h2>
          <FindingsList />
        </aside>
      </div>
      <p className="editor-help wide-only no-print">{t.help}</p>
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
        <MoveDialog draft={draft} placing={placing} day={day} place={place} onClose={() => setPlacing(null)} />
      ) : null}
      {cancelling ? <CancelSessionDialog session={cancelling} onClose={() => setCancelling(null)} /> : null}
    </div>
  );
}
