import { useState } from 'react';
import type { EventDay, EventView } from '#shared/events/contract.ts';
import { settingsTexts } from '#shared/events/texts.ts';
import { addDays, formatDay } from '#shared/time.ts';
import { call } from '../api.ts';
import { useLang, useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { Table } from '../ui/Table.tsx';
import { EditDialog, type Marks } from './EditDialog.tsx';
import { Both } from './fields.tsx';

type PartProps = { event: EventView; mayChange: boolean };

/** Every day from the first to the last, those already described as they are. */
export function allDays(event: Pick<EventView, 'startsOn' | 'endsOn' | 'actualEndsOn' | 'days'>): EventDay[] {
  const last = event.actualEndsOn ?? event.endsOn;
  const days: EventDay[] = [];
  for (let day = event.startsOn; day <= last && days.length < 40; day = addDays(day, 1)) {
    days.push(event.days.find((one) => one.day === day) ?? { day, theme: { ja: '', en: '' }, rest: false });
  }
  return days;
}

/** The days of the event with their themes. */
export function DaysPart({ event, mayChange }: PartProps) {
  const lang = useLang();
  const t = useTexts(settingsTexts);
  const [editing, setEditing] = useState(false);
  const days = allDays(event);
  return (
    <section className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h2>{t.parts.days}</h2>
        <p className="flex-1 text-13 text-ink-3">{t.days.hint}</p>
        {mayChange ? <Button onClick={() => setEditing(true)}>{t.edit}</Button> : null}
      </div>
      <div className="card">
        <Table
          caption={t.parts.days}
          rows={days}
          rowKey={(one) => one.day}
          columns={[
            { key: 'day', head: t.days.day, rowHead: true, cell: (one) => formatDay(one.day, lang) },
            { key: 'ja', head: t.ja(t.days.theme), cell: (one) => one.theme.ja || '–' },
            { key: 'en', head: t.en(t.days.theme), cell: (one) => <span lang="en">{one.theme.en || '–'}</span> },
            { key: 'rest', head: t.days.rest, cell: (one) => (one.rest ? t.days.rest : '') },
          ]}
        />
      </div>
      {editing ? <DaysDialog event={event} days={days} onClose={() => setEditing(false)} /> : null}
    </section>
  );
}

function DaysDialog({ event, days, onClose }: { event: EventView; days: EventDay[]; onClose: () => void }) {
  const lang = useLang();
  const t = useTexts(settingsTexts);
  const [input, setInput] = useState(days);
  const text = (list: readonly EventDay[]) =>
    list.map((one) => `${one.day} ${one.theme.ja} ${one.theme.en} ${one.rest ? t.days.rest : ''}`).join('\n');
  return (
    <EditDialog
      form="days"
      title={t.editOf(t.parts.days)}
      version={event.version}
      save={(version) =>
        call('PUT /api/events/:event/days', { params: { event: event.slug }, ifMatch: version, body: { days: input } })
      }
      differences={(current) => [
        { label: t.parts.days, mine: text(input), theirs: text((current.days as EventDay[] | undefined) ?? []) },
      ]}
      onClose={onClose}
    >
      {(marks: Marks) =>
        input.map((one, at) => {
          const change = (part: Partial<EventDay>) =>
            setInput(input.map((day, index) => (index === at ? { ...day, ...part } : day)));
          return (
            <section key={one.day} className="border-t border-line pt-3">
              <h3 className="mb-2">{formatDay(one.day, lang)}</h3>
              <Both
                label={t.days.theme}
                pointer={`/days/${at}/theme`}
                value={one.theme}
                onValue={(theme) => change({ theme })}
                marks={marks}
              />
              <Checkbox label={t.days.rest} checked={one.rest} onChecked={(rest) => change({ rest })} />
            </section>
          );
        })
      }
    </EditDialog>
  );
}
