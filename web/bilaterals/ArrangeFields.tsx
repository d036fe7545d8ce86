import { useQuery } from '@tanstack/react-query';
import { meets, type Span } from '#shared/bilaterals/candidates.ts';
import type { PlannerView } from '#shared/bilaterals/contract.ts';
import { bilateralTexts } from '#shared/bilaterals/texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { addDays, daysBetween } from '#shared/time.ts';
import { delegationQuery } from '../delegations/use-delegation.ts';
import { inWords } from '../in-words.ts';
import { useMe } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Checkboxes, RadioCards } from '../ui/Choices.tsx';
import { DualTime } from '../ui/DualTime.tsx';
import { DateSelect, Select, TimeSelect } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { counterpartClock } from './Appointment.tsx';
import type { ArrangeInput } from './arrange-input.ts';
import { CounterpartField } from './CounterpartField.tsx';

type ArrangeFieldsProps = {
  planner: PlannerView;
  input: ArrangeInput;
  span: Span | null;
  onInput: (change: Partial<ArrangeInput>) => void;
  at: (pointer: string) => string | null;
  id: (pointer: string) => string;
  onAdd: () => void;
};

const MODES = ['in_person', 'online'] as const;

/** Time, place, people and counterpart of a meeting. */
export function ArrangeFields({ planner, input, span, onInput, at, id, onAdd }: ArrangeFieldsProps) {
  const t = useTexts(bilateralTexts);
  const words = useTexts(requestWords);
  const lang = useLang();
  const event = useMe()?.currentEvent;
  const meetingOf = planner.row.meeting;
  const length = event ? daysBetween(event.startsOn, event.endsOn) + 1 : 0;
  const eventDays = Array.from({ length }, (_, index) => addDays(event?.startsOn ?? '', index));
  const wishedDays = planner.row.windows.map((one) => one.day);
  const days = [...new Set([...eventDays, ...wishedDays, ...(input.day ? [input.day] : [])])].sort();
  const taken = (roomId: string) =>
    span !== null &&
    planner.roomBusy.some(
      (one) => one.roomId === roomId && meets({ startsAt: new Date(one.startsAt), endsAt: new Date(one.endsAt) }, span),
    );
  const theirs = input.counterpart.id === meetingOf?.counterpart.id ? meetingOf.counterpart : null;
  const field = (pointer: string) => ({ id: id(pointer), error: at(pointer) });
  const place = (part: 'ja' | 'en', label: string) => (
    <TextInput
      label={label}
      lang={part}
      {...field(`/place/${part}`)}
      value={input.place[part]}
      onValue={(value) => onInput({ place: { ...input.place, [part]: value } })}
      limit={120}
    />
  );
  return (
    <>
      <div className="arrange-time">
        <DateSelect
          label={t.day}
          {...field('/startsAt')}
          value={input.day}
          onValue={(day) => onInput({ day })}
          days={days}
        />
        <TimeSelect
          label={t.time}
          empty={null}
          from="07:00"
          to="21:00"
          value={input.time}
          onValue={(time) => onInput({ time })}
        />
        <TextInput
          label={t.minutes}
          {...field('/minutes')}
          value={input.minutes}
          onValue={(minutes) => onInput({ minutes })}
          inputMode="numeric"
        />
      </div>
      {span ? (
        <p>
          <DualTime from={span.startsAt} to={span.endsAt} zone={planner.timeZone} day="long" />
          {theirs?.timeZone ? (
            <span className="ml-3 text-13 text-ink-3">
              {t.clock(
                inWords(theirs.name, lang),
                counterpartClock(span.startsAt, planner.timeZone, theirs.timeZone, lang),
              )}
            </span>
          ) : null}
        </p>
      ) : null}
      <RadioCards
        label={t.mode}
        columns={2}
        value={input.mode}
        onValue={(value) => onInput({ mode: MODES.find((mode) => mode === value) ?? 'in_person' })}
        choices={MODES.map((value) => ({ value, label: words.meetingMode[value] }))}
      />
      {input.mode === 'in_person' ? (
        <Select
          label={t.room}
          empty={t.noRoomChosen}
          {...field('/roomId')}
          value={input.roomId}
          onValue={(roomId) => onInput({ roomId })}
          options={planner.rooms.map((room) => {
            const seats = room.capacity ? t.inBrackets(t.seats(room.capacity)) : '';
            const name = inWords(room.name, lang) + seats;
            return { value: room.id, label: taken(room.id) ? t.roomTaken(name) : name };
          })}
        />
      ) : null}
      <div className="arrange-pair">
        {place('ja', t.placeJa)}
        {place('en', t.placeEn)}
      </div>
      <p className="field-hint">{t.placeHint}</p>
      <TextInput
        label={t.language}
        {...field('/language')}
        value={input.language}
        onValue={(language) => onInput({ language })}
        limit={60}
      />
      <People planner={planner} input={input} onInput={onInput} {...field('/delegateIds')} />
      <CounterpartField
        {...field('/counterpartId')}
        value={input.counterpart}
        onValue={(counterpart) => (counterpart ? onInput({ counterpart }) : undefined)}
        wanted={planner.row.counterpartName}
        onAdd={onAdd}
      />
      <TextInput
        label={t.counterpartPerson}
        hint={t.counterpartPersonHint}
        {...field('/counterpartPerson')}
        value={input.counterpartPerson}
        onValue={(counterpartPerson) => onInput({ counterpartPerson })}
        limit={120}
      />
    </>
  );
}

type PeopleProps = Pick<ArrangeFieldsProps, 'planner' | 'input' | 'onInput'> & { id: string; error: string | null };

/** The people of the request first, then the others of the delegation. */
function People({ planner, input, onInput, id, error }: PeopleProps) {
  const t = useTexts(bilateralTexts);
  const lang = useLang();
  const event = useMe()?.currentEvent?.slug ?? '';
  const { data } = useQuery({ ...delegationQuery(event, planner.row.member.id, false), enabled: event !== '' });
  const wanted = planner.delegates.map((one) => ({
    value: one.id as string,
    label: one.name,
    hint: inWords(one.title, lang),
  }));
  const others = (data?.delegates ?? [])
    .filter((one) => !wanted.some((other) => other.value === one.id))
    .map((one) => ({
      value: one.id as string,
      label: `${one.familyName} ${one.givenName}`,
      hint: [t.others, inWords(one.title, lang)].filter(Boolean).join(t.join),
    }));
  return (
    <Checkboxes
      label={t.people}
      id={id}
      error={error}
      required
      values={input.people}
      onValues={(people) => onInput({ people })}
      choices={[...wanted, ...others]}
    />
  );
}
