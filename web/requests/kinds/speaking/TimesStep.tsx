import type { EventDay, EventView } from '#shared/events/contract.ts';
import { SESSION_FORMATS, type SpeakingDetails } from '#shared/requests/kinds/speaking.ts';
import { stepTexts } from '#shared/requests/step-texts.ts';
import { requestTexts } from '#shared/requests/texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { addDays, daysBetween } from '#shared/time.ts';
import { useTexts } from '../../../texts.ts';
import { Select } from '../../../ui/Select.tsx';
import { TextArea } from '../../../ui/TextInput.tsx';
import type { StepProps } from '../step-props.ts';
import { SlotPicker } from './SlotPicker.tsx';

const MINUTES = [15, 30, 45, 60, 75, 90, 120, 180, 240];

/** The event's days as its settings name them, or simply its span while nobody has. */
function daysOf(event: EventView): EventDay[] {
  if (event.days.length > 0) return [...event.days].sort((one, other) => one.day.localeCompare(other.day));
  return Array.from({ length: daysBetween(event.startsOn, event.endsOn) + 1 }, (_, index) => ({
    day: addDays(event.startsOn, index),
    theme: { ja: '', en: '' },
    rest: false,
  }));
}

export function SpeakingTimesStep({ details, change, at, event }: StepProps<SpeakingDetails>) {
  const t = useTexts(stepTexts).speaking.times;
  const names = useTexts(requestTexts).speaking;
  const words = useTexts(requestWords);
  const minutes = MINUTES.includes(details.minutes) ? MINUTES : [...MINUTES, details.minutes].sort((a, b) => a - b);
  return (
    <>
      <SlotPicker
        {...at('/wishes')}
        days={daysOf(event)}
        timeZone={event.timeZone}
        wishes={details.wishes}
        onWishes={(wishes) => change({ wishes })}
      />
      <div className="grid gap-5 wide:grid-cols-2">
        <Select
          {...at('/format')}
          label={names.format}
          empty={null}
          value={details.format}
          onValue={(value) => change({ format: SESSION_FORMATS.find((one) => one === value) ?? details.format })}
          options={SESSION_FORMATS.map((format) => ({ value: format, label: words.format[format] }))}
        />
        <Select
          {...at('/minutes')}
          label={names.minutes}
          empty={null}
          value={String(details.minutes)}
          onValue={(value) => change({ minutes: Number(value) })}
          options={minutes.map((count) => ({ value: String(count), label: t.minutesUnit(count) }))}
        />
      </div>
      <TextArea
        {...at('/noGo')}
        label={names.noGo}
        hint={t.noGoHint}
        rows={3}
        limit={300}
        value={details.noGo}
        onValue={(noGo) => change({ noGo })}
      />
    </>
  );
}
