import { useState } from 'react';
import type { DraftView, PlaceSession, SessionView } from '#shared/schedule/contract.ts';
import { clockOfMinute } from '#shared/schedule/editor-grid.ts';
import { editorTexts } from '#shared/schedule/editor-texts.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { dayOf, formatShortDay, formatTime } from '#shared/time.ts';
import { instantOf } from '#shared/time-zone.ts';
import { Refused } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { DualTime } from '../ui/DualTime.tsx';
import { DateSelect, Select, TimeSelect } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/use-sending.ts';
import type { Target } from './use-carry.ts';

export type Placing = {
  session: SessionView;
  /** Where it was dropped, when it was. */
  target?: Target;
  clash?: string;
  /** What a colleague made of it meanwhile. */
  theirs?: SessionView;
};

type MoveDialogProps = {
  draft: DraftView;
  placing: Placing;
  day: string;
  place: (session: SessionView, input: PlaceSession) => Promise<unknown>;
  onClose: () => void;
};

/** Day, room and time of a session as a form; asks for the reason when somebody would be in two places. */
export function MoveDialog({ draft, placing, day: shownDay, place, onClose }: MoveDialogProps) {
  const { target } = placing;
  const lang = useLang();
  const t = useTexts(scheduleTexts);
  const e = useTexts(editorTexts);
  const shell = useTexts(shellTexts);
  const { busy, send, sentence, at, id, error, stale } = useSending('move');
  const base = whereOf(draft, placing.session, shownDay);
  const [mine, setMine] = useState({ ...base, ...wantedOf(draft, target) });
  // A colleague was first: what was not touched here is theirs, what was stays, and both are said.
  const theirs = (stale as SessionView | undefined) ?? placing.theirs;
  const session = theirs ?? placing.session;
  const latest = theirs ? whereOf(draft, theirs, shownDay) : base;
  const { day, roomId, time, minutes } = merged(base, mine, latest);
  const set = (part: Partial<Where>) => setMine({ ...mine, ...part });
  const [override, setOverride] = useState('');
  const clash = placing.clash ?? (error instanceof Refused && error.code === 'clash' ? error.body.detail : null);
  const room = draft.rooms.find((one) => one.id === latest.roomId);
  const where = `${formatShortDay(latest.day, lang)} ${latest.time} ${room ? inWords(room.name, lang) : ''}`;
  const name = inWords(session.title, lang);
  const startsAt = instantOf(day, time, draft.timeZone);
  const endsAt = new Date(startsAt.getTime() + (Number(minutes) || 0) * 60_000);
  const submit = () =>
    send(async () => {
      const input = {
        roomId,
        startsAt: startsAt.toISOString(),
        minutes: Number(minutes),
        ...(override.trim() ? { override } : {}),
      };
      await place(session, input as PlaceSession);
      onClose();
    });
  return (
    <Dialog open onClose={onClose} title={t.moveTitle(inWords(session.title, lang))}>
      <form
        className="mt-2 grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {theirs ? (
          <Banner kind="action">
            {theirs.slot ? e.theirs(name, where) : e.theirsUnplaced(name)}
            {e.yours}
          </Banner>
        ) : null}
        {clash ? (
          <Banner kind="action">{clash}</Banner>
        ) : sentence && !theirs ? (
          <Banner kind="error">{sentence}</Banner>
        ) : null}
        <DateSelect
          label={t.day}
          empty={null}
          id={id('/startsAt')}
          error={at('/startsAt')}
          value={day}
          onValue={(value) => set({ day: value })}
          days={draft.days.filter((one) => !one.rest).map((one) => one.day)}
        />
        <Select
          label={t.room}
          empty={null}
          id={id('/roomId')}
          error={at('/roomId')}
          value={roomId}
          onValue={(value) => set({ roomId: value })}
          options={draft.rooms.map((room) => ({ value: room.id, label: inWords(room.name, lang) }))}
        />
        <div className="grid grid-cols-2 gap-4">
          <TimeSelect
            label={t.start}
            empty={null}
            value={time}
            onValue={(value) => set({ time: value })}
            stepMinutes={5}
          />
          <TextInput
            label={t.length}
            id={id('/minutes')}
            error={at('/minutes')}
            value={minutes}
            onValue={(value) => set({ minutes: value })}
            inputMode="numeric"
          />
        </div>
        <DualTime from={startsAt} to={endsAt} zone={draft.timeZone} day="long" />
        {clash ? (
          <TextInput
            label={t.override}
            hint={t.overrideHint}
            id={id('/override')}
            error={at('/override')}
            value={override}
            onValue={setOverride}
            limit={200}
          />
        ) : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="primary" type="submit" busy={busy} busyLabel={t.placing}>
            {clash ? t.overridePlace : t.place}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The fields of the form. */
type Where = { day: string; roomId: string; time: string; minutes: string };

/** Where a session is, or where the form begins for one that has no place. */
function whereOf(draft: DraftView, { slot, wishes, minutes }: SessionView, shownDay: string): Where {
  return {
    day: slot ? dayOf(slot.startsAt, draft.timeZone) : (wishes[0]?.day ?? shownDay),
    roomId: slot?.roomId ?? draft.rooms[0]?.id ?? '',
    time: slot ? formatTime(slot.startsAt, draft.timeZone).padStart(5, '0') : '10:00',
    minutes: String(minutes),
  };
}

function wantedOf(draft: DraftView, target: Target | undefined): Partial<Where> {
  if (!target) return {};
  const room = draft.rooms[target.roomIndex];
  return {
    ...{ day: target.day, time: clockOfMinute(target.minute), minutes: String(target.minutes) },
    ...(room ? { roomId: room.id } : {}),
  };
}

/** Field by field: mine where I changed it from what I saw, otherwise the latest. */
function merged(base: Where, mine: Where, latest: Where): Where {
  const fields = Object.keys(base) as (keyof Where)[];
  return Object.fromEntries(
    fields.map((field) => [field, mine[field] === base[field] ? latest[field] : mine[field]]),
  ) as Where;
}
