import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountId } from '#shared/ids.ts';
import type { TaskView } from '#shared/requests/task-contract.ts';
import { whyNotMoveDue } from '#shared/requests/task-policy.ts';
import { taskTexts } from '#shared/requests/task-texts.ts';
import { TASK_STATES, type TaskState } from '#shared/requests/tasks.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../../api.ts';
import { useActor } from '../../layouts/use-account.ts';
import { useTexts } from '../../texts.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useSending } from '../../ui/use-sending.ts';
import { refreshTasks } from './use-tasks.ts';

/** A task as a form: how it stands, where the slides are, who does it, and for the office when it is due. */
export function TaskDialog({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const t = useTexts(taskTexts);
  const shell = useTexts(shellTexts);
  const actor = useActor();
  const toast = useToast();
  const { busy, send, sentence, at, id } = useSending('task');
  const [state, setState] = useState<TaskState>(task.kind === 'slides' && task.state === 'open' ? 'done' : task.state);
  const [note, setNote] = useState(task.note);
  const [officerId, setOfficerId] = useState<string>(task.officer?.id ?? '');
  const [offset, setOffset] = useState(String(task.offsetDays));
  const movesDue = actor ? whyNotMoveDue(actor) === null : false;
  const colleagues = useQuery({
    queryKey: ['staff'],
    queryFn: ({ signal }) => call('GET /api/staff', { signal }),
    enabled: task.owner === 'desk',
    staleTime: 300_000,
  }).data;
  // A municipality's officers need not know the list of its accounts: whoever does the task takes it.
  const own =
    task.owner === 'member' && actor?.memberId && actor.accountId ? [{ id: actor.accountId, name: t.takeIt }] : [];
  const known = task.officer ? [task.officer] : [];
  const choices = [...known, ...(colleagues?.items ?? own)].filter(
    (one, nth, all) => all.findIndex((other) => other.id === one.id) === nth,
  );
  const submit = () =>
    send(async () => {
      const offsetDays = Number(offset.replaceAll(/[−ー‐]/g, '-').trim());
      const body = {
        ...{ state, note, officerId: (officerId || null) as AccountId | null },
        ...(movesDue && Number.isInteger(offsetDays) ? { offsetDays } : {}),
      };
      await call('PUT /api/tasks/:id', { params: { id: task.id }, body, ifMatch: task.version });
      await refreshTasks();
      toast({ message: t.saved });
      onClose();
    });
  return (
    <Dialog open onClose={onClose} title={t.kinds[task.kind]}>
      <form
        className="mt-2 grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {sentence ? <Banner kind="error">{sentence}</Banner> : null}
        <Select
          label={t.state}
          empty={null}
          value={state}
          onValue={(value) => setState(value as TaskState)}
          options={TASK_STATES.map((value) => ({ value, label: t.states[value] }))}
        />
        <TextInput
          label={task.kind === 'slides' ? t.where : t.note}
          {...(task.kind === 'slides' ? { hint: t.whereHint } : {})}
          id={id('/note')}
          error={at('/note')}
          value={note}
          onValue={setNote}
          limit={300}
        />
        {choices.length > 0 ? (
          <Select
            label={t.officer}
            empty={t.noOfficer}
            id={id('/officerId')}
            error={at('/officerId')}
            value={officerId}
            onValue={setOfficerId}
            options={choices.map((one) => ({ value: one.id, label: one.name }))}
          />
        ) : null}
        {movesDue ? (
          <TextInput
            label={t.offset}
            hint={t.offsetHint}
            id={id('/offsetDays')}
            error={at('/offsetDays')}
            value={offset}
            onValue={setOffset}
            inputMode="text"
          />
        ) : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="primary" type="submit" busy={busy} busyLabel={t.saving}>
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
