import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { whyNot } from '#shared/permission.ts';
import { TASK_FILTERS, TaskQuery } from '#shared/requests/task-contract.ts';
import { taskTexts } from '#shared/requests/task-texts.ts';
import { TASK_KINDS, TASK_OWNERS } from '#shared/requests/tasks.ts';
import { call } from '../../api.ts';
import { inWords } from '../../in-words.ts';
import { DeskPage } from '../../layouts/DeskPage.tsx';
import { useActor } from '../../layouts/use-account.ts';
import { useSearchWords } from '../../navigation.ts';
import { useMe } from '../../query.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { RemindDialog } from './RemindDialog.tsx';
import { RulesDialog } from './RulesDialog.tsx';
import { TaskPages } from './TaskPages.tsx';
import { tasksQuery } from './use-tasks.ts';

/** Every open and late task of the event, filtered; the municipalities concerned are reminded from here. */
export function DeskTasks() {
  const lang = useLang();
  const t = useTexts(taskTexts);
  const actor = useActor();
  const [search, setSearch] = useSearchWords();
  const [open, setOpen] = useState<'remind' | 'rules' | null>(null);
  const event = useMe()?.currentEvent?.slug ?? '';
  const asked = TaskQuery.omit({ limit: true, after: true }).safeParse(search);
  const words = asked.success ? asked.data : { state: 'open' as const };
  const found = useInfiniteQuery(tasksQuery(event, words));
  const members = useQuery({
    queryKey: ['members', 'all'],
    queryFn: ({ signal }) => call('GET /api/members', { signal }),
    staleTime: 300_000,
  }).data;
  const stopped = actor ? whyNot(actor, 'task.plan') : null;
  const choice = (name: string, label: string, empty: string, options: { value: string; label: string }[]) => (
    <Select
      label={label}
      empty={empty}
      value={search[name] ?? ''}
      onValue={(value) => setSearch({ [name]: value || undefined })}
      options={options}
    />
  );
  return (
    <DeskPage
      title={t.title}
      subtitle={t.subtitle}
      actions={
        <>
          <Button onClick={() => setOpen('rules')} disabledReason={stopped}>
            {t.rules}
          </Button>
          <Button look="primary" onClick={() => setOpen('remind')} disabledReason={stopped}>
            {t.remind}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <div className="task-filter no-print">
          <Select
            label={t.state}
            empty={null}
            value={words.state ?? 'open'}
            onValue={(state) => setSearch({ state: state === 'open' ? undefined : state })}
            options={TASK_FILTERS.map((value) => ({ value, label: t.filters[value] }))}
          />
          {choice(
            'kind',
            t.what,
            t.everyKind,
            TASK_KINDS.map((value) => ({ value, label: t.kinds[value] })),
          )}
          {choice(
            'member',
            t.member,
            t.everyMember,
            (members?.items ?? []).map((one) => ({ value: one.id, label: inWords(one.name, lang) })),
          )}
          {choice(
            'owner',
            t.owner,
            t.everyOwner,
            TASK_OWNERS.map((value) => ({ value, label: t.owners[value] })),
          )}
        </div>
        <TaskPages found={found} label={t.list} />
      </div>
      {open === 'remind' ? <RemindDialog event={event} words={words} onClose={() => setOpen(null)} /> : null}
      {open === 'rules' ? <RulesDialog event={event} onClose={() => setOpen(null)} /> : null}
    </DeskPage>
  );
}
