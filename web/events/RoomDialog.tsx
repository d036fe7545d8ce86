import { useState } from 'react';
import type { EventView, RoomInput, RoomView } from '#shared/events/contract.ts';
import { settingsTexts } from '#shared/events/texts.ts';
import { eventWords } from '#shared/events/words.ts';
import { call, newIdempotencyKey } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { EditDialog } from './EditDialog.tsx';
import { Both, bothLines, NumberInput } from './fields.tsx';

type RoomDialogProps = { event: EventView; given: RoomView | null; onClose: () => void };

function begin(event: EventView, given: RoomView | null): RoomInput {
  if (given) {
    const { id: _id, version: _version, timeZone: _zone, ...rest } = given;
    return rest;
  }
  const venueId = event.venues[0]?.id as RoomInput['venueId'];
  const rest = { slug: '', name: { ja: '', en: '' }, area: '', capacity: null, purpose: 'session' as const };
  return { venueId, ...rest, position: event.rooms.length + 1 };
}

export function RoomDialog({ event, given, onClose }: RoomDialogProps) {
  const lang = useLang();
  const t = useTexts(settingsTexts);
  const words = useTexts(eventWords);
  const [key] = useState(newIdempotencyKey);
  const [input, setInput] = useState(() => begin(event, given));
  const change = (part: Partial<RoomInput>) => setInput({ ...input, ...part });
  const id = given?.id;
  return (
    <EditDialog
      form="room"
      title={given ? t.editOf(inWords(given.name, lang)) : t.places.addRoom}
      version={given?.version ?? null}
      save={(version) =>
        id
          ? call('PUT /api/rooms/:id', { params: { id }, ifMatch: version, body: input })
          : call('POST /api/events/:event/rooms', { params: { event: event.slug }, body: input, idempotencyKey: key })
      }
      remove={id ? (version) => call('DELETE /api/rooms/:id', { params: { id }, ifMatch: version }) : undefined}
      differences={(current) => [
        { label: t.name, mine: bothLines(input.name), theirs: bothLines(current.name) },
        { label: t.places.slug, mine: input.slug, theirs: String(current.slug) },
        { label: t.places.capacity, mine: String(input.capacity ?? ''), theirs: String(current.capacity ?? '') },
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
            label={t.places.venue}
            empty={null}
            value={input.venueId}
            onValue={(venueId) => change({ venueId: venueId as RoomInput['venueId'] })}
            options={event.venues.map((venue) => ({ value: venue.id, label: inWords(venue.name, lang) }))}
          />
          <TextInput
            label={t.places.slug}
            hint={t.places.slugHint}
            id={marks.id('/slug')}
            error={marks.at('/slug')}
            required
            value={input.slug}
            onValue={(slug) => change({ slug })}
          />
          <Select
            label={t.places.purpose}
            empty={null}
            value={input.purpose}
            onValue={(purpose) => change({ purpose: purpose as RoomInput['purpose'] })}
            options={(['session', 'meeting'] as const).map((one) => ({ value: one, label: words.purpose[one] }))}
          />
          <TextInput
            label={t.places.area}
            id={marks.id('/area')}
            error={marks.at('/area')}
            value={input.area}
            onValue={(area) => change({ area })}
          />
          <NumberInput
            label={t.places.capacity}
            pointer="/capacity"
            value={input.capacity}
            onValue={(capacity) => change({ capacity })}
            marks={marks}
          />
          <NumberInput
            label={t.places.position}
            pointer="/position"
            value={input.position}
            onValue={(position) => change({ position: position ?? 0 })}
            marks={marks}
          />
        </>
      )}
    </EditDialog>
  );
}
