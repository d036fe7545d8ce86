import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { taskTexts } from '#shared/requests/task-texts.ts';
import { TASK_OWNERS, type TaskRule } from '#shared/requests/tasks.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../../api.ts';
import { queryClient } from '../../query.ts';
import { useTexts } from '../../texts.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useSending } from '../../ui/use-sending.ts';

/** When the tasks of an event's sessions are due, and whose they are. */
export function RulesDialog({ event, onClose }: { event: string; onClose: () => void }) {
  const t = useTexts(taskTexts);
  const key = ['task-rules', event];
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call('GET /api/events/:event/task-rules', { params: { event }, signal }),
  });
  return (
    <Dialog open onClose={onClose} title={t.rules} wide>
      <p className="text-13h text-ink-2">{t.rulesBody}</p>
      {data ? <Rules event={event} first={data.rules} onClose={onClose} /> : <Skeleton />}
    </Dialog>
  );
}

function Rules({ event, first, onClose }: { event: string; first: readonly TaskRule[]; onClose: () => void }) {
  const t = useTexts(taskTexts);
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const { busy, send, sentence, at, id } = useSending('rules');
  const [rules, setRules] = useState(first.map((rule) => ({ ...rule, typed: String(rule.offsetDays) })));
  const change = (nth: number, part: Partial<(typeof rules)[number]>) =>
    setRules(rules.map((rule, index) => (index === nth ? { ...rule, ...part } : rule)));
  const submit = () =>
    send(async () => {
      const body = {
        rules: rules.map(({ typed, ...rule }) => ({ ...rule, offsetDays: Number(typed.replaceAll(/[−ー‐]/g, '-')) })),
      };
      const kept = await call('PUT /api/events/:event/task-rules', { params: { event }, body });
      queryClient.setQueryData(['task-rules', event], kept);
      toast({ message: t.saved });
      onClose();
    });
  return (
    <form
      className="mt-2 grid gap-3"
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void submit();
      }}
    >
      {sentence ? <Banner kind="error">{sentence}</Banner> : null}
      {rules.map((rule, nth) => (
        <fieldset key={rule.kind} className="task-rule">
          <legend className="field-label">{t.kinds[rule.kind]}</legend>
          <TextInput
            label={t.offset}
            id={id(`/rules/${nth}/offsetDays`)}
            error={at(`/rules/${nth}/offsetDays`)}
            value={rule.typed}
            onValue={(typed) => change(nth, { typed })}
          />
          <Select
            label={t.owner}
            empty={null}
            value={rule.owner}
            onValue={(owner) => change(nth, { owner: owner as TaskRule['owner'] })}
            options={TASK_OWNERS.map((value) => ({ value, label: t.owners[value] }))}
          />
          <Checkbox label={t.wanted} checked={rule.wanted} onChecked={(wanted) => change(nth, { wanted })} />
        </fieldset>
      ))}
      <div className="dialog-actions">
        <Button onClick={onClose}>{shell.cancel}</Button>
        <Button look="primary" type="submit" busy={busy} busyLabel={t.saving}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}
