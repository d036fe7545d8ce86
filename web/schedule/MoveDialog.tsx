import { useState } from 'react';
import type { DraftView, PlaceSession, SessionView } from '#shared/schedule/contract.ts';
import { clockOfMinute } from '#shared/schedule/editor-grid.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { dayOf, formatTime } from '#shared/time.ts';
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
  session: SessionView /** Where it was dropped, when it was. */;
  target?: Target;
  clash?: string;
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
  const { session, target } = placing;
  const lang = useLang();
  const t = useTexts(scheduleTexts);
  const shell = useTexts(shellTexts);
  const { busy, send, sentence, at, id, error } = useSending('move');
  const { slot } = session;
  const [day, setDay] = useState(
    target?.day ?? (slot ? dayOf(slot.startsAt, draft.timeZone) : (session.wishes[0]?.day ?? shownDay)),
  );
  const [roomId, setRoomId] = useState<string>(
    draft.rooms[target?.roomIndex ?? -1]?.id ?? slot?.roomId ?? draft.rooms[0]?.id ?? '',
  );
  const [time, setTime] = useState(
    target ? clockOfMinute(target.minute) : slot ? formatTime(slot.startsAt, draft.timeZone).padStart(5, '0') : '10:00',
  );
  const [minutes, setMinutes] = useState(String(session.minutes));
  const [override, setOverride] = useState('');
  const clash = placing.clash ?? (error instanceof Refused && error.code === 'clash' ? error.body.detail : null);
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
        {clash ? <Banner kind="action">{clash}</Banner> : sentence ? <Banner kind="error">{sentence}</Banner> : null}
        <DateSelect
          label={t.day}
          empty={null}
          id={id('/startsAt')}
          error={at('/startsAt')}
          value={day}
          onValue={setDay}
          days={draft.days.filter((one) => !one.rest).map((one) => one.day)}
        />
        <Select
          label={t.room}
          empty={null}
          id={id('/roomId')}
          error={at('/roomId')}
          value={roomId}
          onValue={setRoomId}
          options={draft.rooms.map((room) => ({ value: room.id, label: inWords(room.name, lang) }))}
        />
        <div className="grid grid-cols-2 gap-4">
          <TimeSelect label={t.start} empty={null} value={time} onValue={setTime} stepMinutes={5} />
          <TextInput
            label={t.length}
            id={id('/minutes')}
            error={at('/minutes')}
            value={minutes}
            onValue={setMinutes}
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
