import { useState } from 'react';
import { type EventView, type PoolInput, type PoolView, ROUTES, ZONES } from '#shared/events/contract.ts';
import { settingsTexts } from '#shared/events/texts.ts';
import { eventWords } from '#shared/events/words.ts';
import { formatShortDay } from '#shared/time.ts';
import { call, newIdempotencyKey } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { Select } from '../ui/Select.tsx';
import { EditDialog } from './EditDialog.tsx';
import { Both, bothLines, DayInput, NumberInput } from './fields.tsx';
import { PartTable } from './PartTable.tsx';

type PartProps = { event: EventView; mayChange: boolean };

/** The pools of passes: by which way they come, for which zone, on which days, how many places. */
export function PoolsPart({ event, mayChange }: PartProps) {
  const lang = useLang();
  const t = useTexts(settingsTexts);
  const words = useTexts(eventWords);
  const [open, setOpen] = useState<PoolView | 'new' | null>(null);
  return (
    <>
      <PartTable
        title={t.parts.pools}
        rows={event.pools}
        rowKey={(one) => one.id}
        nameOf={(one) => inWords(one.name, lang)}
        edit={mayChange ? { add: t.pools.add, onAdd: () => setOpen('new'), onEdit: setOpen } : null}
        columns={[
          { key: 'name', head: t.name, rowHead: true, cell: (one) => inWords(one.name, lang) },
          { key: 'route', head: t.pools.route, wideOnly: true, cell: (one) => words.route[one.route] },
          { key: 'zone', head: t.pools.zone, wideOnly: true, cell: (one) => words.zone[one.zone] },
          {
            key: 'days',
            head: t.facts.startsOn,
            cell: (one) => `${formatShortDay(one.from, lang)}–${formatShortDay(one.to, lang)}`,
          },
          { key: 'places', head: t.pools.places, number: true, cell: (one) => one.places },
        ]}
      />
      {open ? <PoolDialog event={event} given={open === 'new' ? null : open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function PoolDialog({ event, given, onClose }: { event: EventView; given: PoolView | null; onClose: () => void }) {
  const lang = useLang();
  const t = useTexts(settingsTexts);
  const words = useTexts(eventWords);
  const [key] = useState(newIdempotencyKey);
  const [input, setInput] = useState<PoolInput>(() => {
    if (!given) {
      const position = event.pools.length + 1;
      const days = { from: event.startsOn, to: event.endsOn };
      return { route: 'iclei_observer', zone: 'blue', name: { ja: '', en: '' }, ...days, places: 0, position };
    }
    const { id: _id, version: _version, ...rest } = given;
    return rest;
  });
  const change = (part: Partial<PoolInput>) => setInput({ ...input, ...part });
  const id = given?.id;
  return (
    <EditDialog
      form="pool"
      title={given ? t.editOf(inWords(given.name, lang)) : t.pools.add}
      version={given?.version ?? null}
      save={(version) =>
        id
          ? call('PUT /api/pools/:id', { params: { id }, ifMatch: version, body: input })
          : call('POST /api/events/:event/pools', { params: { event: event.slug }, body: input, idempotencyKey: key })
      }
      remove={id ? (version) => call('DELETE /api/pools/:id', { params: { id }, ifMatch: version }) : undefined}
      differences={(current) => [
        { label: t.name, mine: bothLines(input.name), theirs: bothLines(current.name) },
        { label: t.pools.places, mine: String(input.places), theirs: String(current.places) },
        { label: t.pools.from, mine: input.from, theirs: String(current.from) },
        { label: t.pools.to, mine: input.to, theirs: String(current.to) },
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
            label={t.pools.route}
            id={marks.id('/route')}
            error={marks.at('/route')}
            empty={null}
            value={input.route}
            onValue={(route) => change({ route: route as PoolInput['route'] })}
            options={ROUTES.map((route) => ({ value: route, label: words.route[route] }))}
          />
          <Select
            label={t.pools.zone}
            empty={null}
            value={input.zone}
            onValue={(zone) => change({ zone: zone as PoolInput['zone'] })}
            options={ZONES.map((zone) => ({ value: zone, label: words.zone[zone] }))}
          />
          <DayInput
            label={t.pools.from}
            pointer="/from"
            value={input.from}
            onValue={(from) => change({ from })}
            marks={marks}
            required
          />
          <DayInput
            label={t.pools.to}
            pointer="/to"
            value={input.to}
            onValue={(to) => change({ to })}
            marks={marks}
            required
          />
          <NumberInput
            label={t.pools.places}
            hint={t.pools.placesHint}
            pointer="/places"
            value={input.places}
            onValue={(places) => change({ places: places ?? 0 })}
            marks={marks}
            required
          />
          <NumberInput
            label={t.pools.position}
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
