import { useState } from 'react';
import { type ChangeEvent, EVENT_PHASES, type EventView } from '#shared/events/contract.ts';
import { settingsTexts } from '#shared/events/texts.ts';
import { eventWords } from '#shared/events/words.ts';
import { call } from '../api.ts';
import { useTexts } from '../texts.ts';
import { Checkbox } from '../ui/Choices.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { EditDialog } from './EditDialog.tsx';
import { Both, bothLines, DayInput, NumberInput } from './fields.tsx';

function begin(event: EventView): ChangeEvent {
  const { name, shortName, city, country, venueName, pavilion, startsOn, endsOn, actualEndsOn } = event;
  const { provisional, timeZone, passportMonths, phase, notes } = event;
  const places = { name, shortName, city, country, venueName, pavilion };
  return { ...places, startsOn, endsOn, actualEndsOn, provisional, timeZone, passportMonths, phase, notes };
}

/** Changes the facts of an event. */
export function FactsDialog({ event, onClose }: { event: EventView; onClose: () => void }) {
  const t = useTexts(settingsTexts);
  const words = useTexts(eventWords);
  const [input, setInput] = useState(() => begin(event));
  const change = (part: Partial<ChangeEvent>) => setInput({ ...input, ...part });
  const { facts } = t;
  return (
    <EditDialog
      form="event"
      title={t.editOf(event.shortName)}
      version={event.version}
      save={(version) =>
        call('PUT /api/events/:event', { params: { event: event.slug }, ifMatch: version, body: input })
      }
      differences={(current) => [
        { label: t.name, mine: bothLines(input.name), theirs: bothLines(current.name) },
        { label: facts.shortName, mine: input.shortName, theirs: String(current.shortName) },
        { label: facts.venueName, mine: bothLines(input.venueName), theirs: bothLines(current.venueName) },
        { label: facts.startsOn, mine: input.startsOn, theirs: String(current.startsOn) },
        { label: facts.endsOn, mine: input.endsOn, theirs: String(current.endsOn) },
        { label: facts.timeZone, mine: input.timeZone, theirs: String(current.timeZone) },
        {
          label: facts.phase,
          mine: words.phase[input.phase],
          theirs: words.phase[current.phase as EventView['phase']] ?? '',
        },
        { label: facts.notes, mine: bothLines(input.notes), theirs: bothLines(current.notes) },
      ]}
      onClose={onClose}
    >
      {(marks) => {
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
            {both('name', t.name)}
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
      }}
    </EditDialog>
  );
}
