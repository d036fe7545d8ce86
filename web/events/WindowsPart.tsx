import { useState } from 'react';
import type { EventView, WindowInput, WindowView } from '#shared/events/contract.ts';
import { settingsTexts } from '#shared/events/texts.ts';
import { eventWords } from '#shared/events/words.ts';
import { formatDeadline, JAPAN } from '#shared/time.ts';
import { call, newIdempotencyKey } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { RadioCards } from '../ui/Choices.tsx';
import { InstantInput } from '../ui/InstantInput.tsx';
import { Select } from '../ui/Select.tsx';
import { EditDialog } from './EditDialog.tsx';
import { KINDS } from './kinds.ts';
import { PartTable } from './PartTable.tsx';

type PartProps = { event: EventView; mayChange: boolean };

/** When each kind of request may be sent, and what happens to those that come later. */
export function WindowsPart({ event, mayChange }: PartProps) {
  const lang = useLang();
  const t = useTexts(settingsTexts);
  const words = useTexts(eventWords);
  const [open, setOpen] = useState<WindowView | 'new' | null>(null);
  return (
    <>
      <PartTable
        title={t.parts.windows}
        rows={event.windows}
        rowKey={(one) => one.id}
        nameOf={(one) => words.kind[one.kind]}
        edit={mayChange ? { add: t.windows.add, onAdd: () => setOpen('new'), onEdit: setOpen } : null}
        columns={[
          { key: 'kind', head: t.windows.kind, rowHead: true, cell: (one) => words.kind[one.kind] },
          { key: 'opens', head: t.windows.opens, cell: (one) => formatDeadline(one.opensAt, lang) },
          { key: 'closes', head: t.windows.closes, cell: (one) => formatDeadline(one.closesAt, lang) },
          { key: 'late', head: t.windows.late, wideOnly: true, cell: (one) => words.late[one.late] },
        ]}
      />
      {open ? <WindowDialog event={event} given={open === 'new' ? null : open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function WindowDialog({ event, given, onClose }: { event: EventView; given: WindowView | null; onClose: () => void }) {
  const lang = useLang();
  const t = useTexts(settingsTexts);
  const words = useTexts(eventWords);
  const [key] = useState(newIdempotencyKey);
  const free = KINDS.filter((kind) => !event.windows.some((one) => one.kind === kind));
  const [input, setInput] = useState<WindowInput>(() =>
    given
      ? { kind: given.kind, opensAt: given.opensAt, closesAt: given.closesAt, late: given.late }
      : { kind: free[0] ?? 'pass', opensAt: '', closesAt: '', late: 'mark' },
  );
  const change = (part: Partial<WindowInput>) => setInput({ ...input, ...part });
  const zones = [
    { zone: JAPAN, name: t.deadlines.japan },
    { zone: event.timeZone, name: t.deadlines.venueClock(inWords(event.city, lang)) },
  ];
  const id = given?.id;
  return (
    <EditDialog
      form="window"
      title={given ? t.editOf(words.kind[given.kind]) : t.windows.add}
      version={given?.version ?? null}
      save={(version) =>
        id
          ? call('PUT /api/windows/:id', { params: { id }, ifMatch: version, body: input })
          : call('POST /api/events/:event/windows', { params: { event: event.slug }, body: input, idempotencyKey: key })
      }
      differences={(current) => [
        {
          label: t.windows.opens,
          mine: formatDeadline(input.opensAt, lang),
          theirs: formatDeadline(String(current.opensAt), lang),
        },
        {
          label: t.windows.closes,
          mine: formatDeadline(input.closesAt, lang),
          theirs: formatDeadline(String(current.closesAt), lang),
        },
      ]}
      onClose={onClose}
    >
      {(marks) => (
        <>
          <Select
            label={t.windows.kind}
            id={marks.id('/kind')}
            error={marks.at('/kind')}
            empty={null}
            value={input.kind}
            onValue={(kind) => change({ kind: kind as WindowInput['kind'] })}
            options={(given ? KINDS : free).map((kind) => ({ value: kind, label: words.kind[kind] }))}
          />
          <InstantInput
            label={t.windows.opens}
            id={marks.id('/opensAt')}
            error={marks.at('/opensAt')}
            zones={zones}
            required
            value={input.opensAt}
            onValue={(opensAt) => change({ opensAt })}
          />
          <InstantInput
            label={t.windows.closes}
            id={marks.id('/closesAt')}
            error={marks.at('/closesAt')}
            zones={zones}
            required
            value={input.closesAt}
            onValue={(closesAt) => change({ closesAt })}
          />
          <RadioCards
            label={t.windows.late}
            value={input.late}
            onValue={(late) => change({ late: late as WindowInput['late'] })}
            choices={(['mark', 'refuse'] as const).map((late) => ({ value: late, label: words.late[late] }))}
          />
        </>
      )}
    </EditDialog>
  );
}
