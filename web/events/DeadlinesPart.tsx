import { useState } from 'react';
import { type DeadlineInput, type DeadlineView, type EventView, TIERS } from '#shared/events/contract.ts';
import { settingsTexts } from '#shared/events/texts.ts';
import { eventWords } from '#shared/events/words.ts';
import { formatDeadline, JAPAN } from '#shared/time.ts';
import { call, newIdempotencyKey } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { InstantInput } from '../ui/InstantInput.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { EditDialog } from './EditDialog.tsx';
import { Both, bothLines } from './fields.tsx';
import { KINDS } from './kinds.ts';
import { PartTable } from './PartTable.tsx';

type Tier = DeadlineInput['tier'];
type PartProps = { event: EventView; mayChange: boolean };

/** The deadlines by tier: what the secretariat published, and the earlier ones that follow from it. */
export function DeadlinesPart({ event, mayChange }: PartProps) {
  const lang = useLang();
  const t = useTexts(settingsTexts);
  const words = useTexts(eventWords);
  const [open, setOpen] = useState<DeadlineView | Tier | null>(null);
  const edit = mayChange ? { add: t.deadlines.add, onEdit: setOpen } : null;
  return (
    <div className="grid gap-7">
      {TIERS.map((tier) => (
        <PartTable
          key={tier}
          title={words.tier[tier]}
          note={<p className="text-13 text-ink-3">{words.tierNote[tier]}</p>}
          rows={event.deadlines.filter((one) => one.tier === tier)}
          rowKey={(one) => one.id}
          nameOf={(one) => inWords(one.name, lang)}
          edit={edit && { ...edit, onAdd: () => setOpen(tier) }}
          columns={[
            { key: 'name', head: t.name, rowHead: true, cell: (one) => inWords(one.name, lang) },
            { key: 'due', head: t.deadlines.due, cell: (one) => formatDeadline(one.dueAt, lang) },
            {
              key: 'published',
              head: t.deadlines.published,
              wideOnly: true,
              cell: (one) => <span lang="en">{one.publishedLabel || '–'}</span>,
            },
            {
              key: 'kind',
              head: t.deadlines.kind,
              wideOnly: true,
              cell: (one) => (one.kind ? words.kind[one.kind] : words.anyKind),
            },
          ]}
        />
      ))}
      {open ? <DeadlineDialog event={event} deadline={open} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

/** `deadline` is the tier for something new. */
type DeadlineDialogProps = { event: EventView; deadline: DeadlineView | Tier; onClose: () => void };

function DeadlineDialog({ event, deadline: given, onClose }: DeadlineDialogProps) {
  const deadline = typeof given === 'string' ? null : given;
  const lang = useLang();
  const t = useTexts(settingsTexts);
  const words = useTexts(eventWords);
  const [key] = useState(newIdempotencyKey);
  const [input, setInput] = useState<DeadlineInput>(() =>
    deadline
      ? {
          tier: deadline.tier,
          code: deadline.code,
          kind: deadline.kind,
          name: deadline.name,
          dueAt: deadline.dueAt,
          publishedLabel: deadline.publishedLabel,
        }
      : {
          tier: typeof given === 'string' ? given : 'member',
          code: '',
          kind: null,
          name: { ja: '', en: '' },
          dueAt: '',
          publishedLabel: '',
        },
  );
  const change = (part: Partial<DeadlineInput>) => setInput({ ...input, ...part });
  const zones = [
    { zone: event.timeZone, name: t.deadlines.venueClock(inWords(event.city, lang)) },
    { zone: 'Europe/Berlin', name: t.deadlines.cet },
    { zone: JAPAN, name: t.deadlines.japan },
    { zone: 'UTC', name: t.deadlines.utc },
  ];
  const id = deadline?.id;
  return (
    <EditDialog
      form="deadline"
      title={deadline ? t.editOf(inWords(deadline.name, lang)) : t.deadlines.add}
      version={deadline?.version ?? null}
      save={(version) =>
        id
          ? call('PUT /api/deadlines/:id', { params: { id }, ifMatch: version, body: input })
          : call('POST /api/events/:event/deadlines', {
              params: { event: event.slug },
              body: input,
              idempotencyKey: key,
            })
      }
      remove={id ? (version) => call('DELETE /api/deadlines/:id', { params: { id }, ifMatch: version }) : undefined}
      differences={(current) => [
        { label: t.name, mine: bothLines(input.name), theirs: bothLines(current.name) },
        {
          label: t.deadlines.due,
          mine: input.dueAt && formatDeadline(input.dueAt, lang),
          theirs: formatDeadline(String(current.dueAt), lang),
        },
        { label: t.deadlines.published, mine: input.publishedLabel, theirs: String(current.publishedLabel) },
      ]}
      onClose={onClose}
    >
      {(marks) => (
        <>
          <Select
            label={t.deadlines.tier}
            id={marks.id('/tier')}
            error={marks.at('/tier')}
            empty={null}
            value={input.tier}
            onValue={(tier) => change({ tier: tier as DeadlineInput['tier'] })}
            options={TIERS.map((tier) => ({ value: tier, label: words.tier[tier] }))}
          />
          <Both
            label={t.name}
            pointer="/name"
            value={input.name}
            onValue={(name) => change({ name })}
            marks={marks}
            required
          />
          <InstantInput
            label={t.deadlines.dueInput}
            id={marks.id('/dueAt')}
            error={marks.at('/dueAt')}
            zones={zones}
            required
            value={input.dueAt}
            onValue={(dueAt) => change({ dueAt })}
          />
          <TextInput
            label={t.deadlines.published}
            hint={t.deadlines.publishedHint}
            id={marks.id('/publishedLabel')}
            error={marks.at('/publishedLabel')}
            value={input.publishedLabel}
            onValue={(publishedLabel) => change({ publishedLabel })}
          />
          <Select
            label={t.deadlines.kind}
            empty={words.anyKind}
            value={input.kind ?? ''}
            onValue={(kind) => change({ kind: (kind || null) as DeadlineInput['kind'] })}
            options={KINDS.map((kind) => ({ value: kind, label: words.kind[kind] }))}
          />
          <TextInput
            label={t.deadlines.code}
            hint={t.deadlines.codeHint}
            id={marks.id('/code')}
            error={marks.at('/code')}
            required
            value={input.code}
            onValue={(code) => change({ code })}
          />
        </>
      )}
    </EditDialog>
  );
}
