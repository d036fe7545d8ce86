import { useState } from 'react';
import { type EventView, type VenueInput, type VenueView, ZONES } from '#shared/events/contract.ts';
import { settingsTexts } from '#shared/events/texts.ts';
import { eventWords } from '#shared/events/words.ts';
import { call, newIdempotencyKey } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { EditDialog } from './EditDialog.tsx';
import { Both, bothLines } from './fields.tsx';

type VenueDialogProps = { event: EventView; given: VenueView | null; onClose: () => void };

export function VenueDialog({ event, given, onClose }: VenueDialogProps) {
  const lang = useLang();
  const t = useTexts(settingsTexts);
  const words = useTexts(eventWords);
  const [key] = useState(newIdempotencyKey);
  const [input, setInput] = useState<VenueInput>(() =>
    given
      ? { name: given.name, zone: given.zone, timeZone: given.timeZone }
      : { name: { ja: '', en: '' }, zone: 'blue', timeZone: event.timeZone },
  );
  const change = (part: Partial<VenueInput>) => setInput({ ...input, ...part });
  const id = given?.id;
  return (
    <EditDialog
      form="venue"
      title={given ? t.editOf(inWords(given.name, lang)) : t.places.addVenue}
      version={given?.version ?? null}
      save={(version) =>
        id
          ? call('PUT /api/venues/:id', { params: { id }, ifMatch: version, body: input })
          : call('POST /api/events/:event/venues', { params: { event: event.slug }, body: input, idempotencyKey: key })
      }
      differences={(current) => [
        { label: t.name, mine: bothLines(input.name), theirs: bothLines(current.name) },
        { label: t.places.timeZone, mine: input.timeZone, theirs: String(current.timeZone) },
      ]}
      onClose={onClose}
    >
      {(marks) => (
        <>
          <Both
            label={t.name}
            pointer="/name"
            value={input.name}
            onValue={(name) => change({ name })}
            marks={marks}
            required
          />
          <Select
            label={t.places.zone}
            empty={null}
            value={input.zone}
            onValue={(zone) => change({ zone: zone as VenueInput['zone'] })}
            options={ZONES.map((zone) => ({ value: zone, label: words.zone[zone] }))}
          />
          <TextInput
            label={t.places.timeZone}
            hint={t.facts.zoneHint}
            id={marks.id('/timeZone')}
            error={marks.at('/timeZone')}
            required
            value={input.timeZone}
            onValue={(timeZone) => change({ timeZone })}
          />
        </>
      )}
    </EditDialog>
  );
}
