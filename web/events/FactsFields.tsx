import { type ChangeEvent, EVENT_PHASES } from '#shared/events/contract.ts';
import { settingsTexts } from '#shared/events/texts.ts';
import { eventWords } from '#shared/events/words.ts';
import { useTexts } from '../texts.ts';
import { Checkbox } from '../ui/Choices.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import type { Marks } from './EditDialog.tsx';
import { Both, DayInput, NumberInput } from './fields.tsx';

type FactsFieldsProps = { input: ChangeEvent; change: (part: Partial<ChangeEvent>) => void; marks: Marks };

/** The facts of an event, whether it is there already or about to be. */
export function FactsFields({ input, change, marks }: FactsFieldsProps) {
  const { facts, name } = useTexts(settingsTexts);
  const words = useTexts(eventWords);
  const both = (key: 'name' | 'city' | 'country' | 'venueName' | 'pavilion' | 'notes', label: string) => (
    <Both
      label={label}
      pointer={`/${key}`}
      value={input[key]}
      onValue={(value) => change({ [key]: value })}
      marks={marks}
      required={key === 'name' || key === 'city' || key === 'country'}
    />
  );
  return (
    <>
      {both('name', name)}
      <TextInput
        label={facts.shortName}
        id={marks.id('/shortName')}
        error={marks.at('/shortName')}
        required
        value={input.shortName}
        onValue={(shortName) => change({ shortName })}
      />
      {both('city', facts.city)}
      {both('country', facts.country)}
      {both('venueName', facts.venueName)}
      {both('pavilion', facts.pavilion)}
      <DayInput
        label={facts.startsOn}
        pointer="/startsOn"
        value={input.startsOn}
        onValue={(startsOn) => change({ startsOn })}
        marks={marks}
        required
      />
      <DayInput
        label={facts.endsOn}
        pointer="/endsOn"
        value={input.endsOn}
        onValue={(endsOn) => change({ endsOn })}
        marks={marks}
        required
      />
      <DayInput
        label={facts.actualEndsOn}
        hint={facts.actualHint}
        pointer="/actualEndsOn"
        value={input.actualEndsOn ?? ''}
        onValue={(day) => change({ actualEndsOn: day || null })}
        marks={marks}
      />
      <Checkbox
        label={facts.provisional}
        checked={input.provisional}
        onChecked={(provisional) => change({ provisional })}
      />
      <TextInput
        label={facts.timeZone}
        hint={facts.zoneHint}
        id={marks.id('/timeZone')}
        error={marks.at('/timeZone')}
        required
        value={input.timeZone}
        onValue={(timeZone) => change({ timeZone })}
      />
      <Select
        label={facts.phase}
        empty={null}
        value={input.phase}
        onValue={(phase) => change({ phase: phase as ChangeEvent['phase'] })}
        options={EVENT_PHASES.map((phase) => ({ value: phase, label: words.phase[phase] }))}
      />
      <NumberInput
        label={facts.passportMonths}
        pointer="/passportMonths"
        value={input.passportMonths}
        onValue={(months) => change({ passportMonths: months ?? 0 })}
        marks={marks}
      />
      {both('notes', facts.notes)}
    </>
  );
}
