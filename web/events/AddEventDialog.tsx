import { useState } from 'react';
import type { CreateEvent, ProcessChoice } from '#shared/events/contract.ts';
import { settingsTexts } from '#shared/events/texts.ts';
import { call, newIdempotencyKey } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { EditDialog } from './EditDialog.tsx';
import { FactsFields } from './FactsFields.tsx';

type AddEventDialogProps = {
  processes: readonly ProcessChoice[];
  /** Is told the short id of the new event once it is there. */
  onAdded: (slug: string) => void;
  onClose: () => void;
};

/** An event merely announced draws nobody's work, so a new one begins there. */
function begin(): CreateEvent {
  const none = { ja: '', en: '' };
  return {
    ...{ slug: '', processId: '', shortName: '', startsOn: '', endsOn: '', actualEndsOn: null },
    ...{ name: none, city: none, country: none, venueName: none, pavilion: none, notes: none },
    ...{ provisional: true, timeZone: '', passportMonths: 6, phase: 'announced' },
  };
}

/** Creates an event; venues, deadlines, windows and pools are added on its own tabs. */
export function AddEventDialog({ processes, onAdded, onClose }: AddEventDialogProps) {
  const lang = useLang();
  const t = useTexts(settingsTexts);
  const [key] = useState(newIdempotencyKey);
  const [input, setInput] = useState(begin);
  const change = (part: Partial<CreateEvent>) => setInput({ ...input, ...part });
  return (
    <EditDialog
      form="event"
      title={t.addEvent}
      version={null}
      save={async () => onAdded((await call('POST /api/events', { body: input, idempotencyKey: key })).slug)}
      differences={() => []}
      onClose={onClose}
    >
      {(marks) => (
        <>
          <Select
            label={t.facts.process}
            id={marks.id('/processId')}
            error={marks.at('/processId')}
            required
            value={input.processId}
            onValue={(processId) => change({ processId })}
            options={processes.map((one) => ({ value: one.id, label: inWords(one.name, lang) }))}
          />
          <TextInput
            label={t.places.slug}
            hint={t.eventSlugHint}
            id={marks.id('/slug')}
            error={marks.at('/slug')}
            required
            value={input.slug}
            onValue={(slug) => change({ slug })}
          />
          <FactsFields input={input} change={change} marks={marks} />
        </>
      )}
    </EditDialog>
  );
}
