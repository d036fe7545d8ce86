import { useState } from 'react';
import type { ChangeEvent, EventView } from '#shared/events/contract.ts';
import { settingsTexts } from '#shared/events/texts.ts';
import { eventWords } from '#shared/events/words.ts';
import { call } from '../api.ts';
import { useTexts } from '../texts.ts';
import { EditDialog } from './EditDialog.tsx';
import { FactsFields } from './FactsFields.tsx';
import { bothLines } from './fields.tsx';

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
      {(marks) => <FactsFields input={input} change={change} marks={marks} />}
    </EditDialog>
  );
}
