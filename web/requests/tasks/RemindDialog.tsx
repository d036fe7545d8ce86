import { taskTexts } from '#shared/requests/task-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../../api.ts';
import { useTexts } from '../../texts.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useSending } from '../../ui/use-sending.ts';
import { refreshTasks, type TaskWords } from './use-tasks.ts';

type RemindDialogProps = { event: string; words: TaskWords; onClose: () => void };

/** Asks before mail goes to many. */
export function RemindDialog({ event, words, onClose }: RemindDialogProps) {
  const t = useTexts(taskTexts);
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const { busy, send, sentence } = useSending('remind');
  const { kind, member, request } = words;
  const late = words.state === 'late';
  const submit = () =>
    send(async () => {
      const body = {
        ...{ state: late ? ('late' as const) : ('open' as const) },
        ...{ ...(kind ? { kind } : {}), ...(member ? { member } : {}), ...(request ? { request } : {}) },
      };
      const done = await call('POST /api/events/:event/task-reminders', { params: { event }, body });
      await refreshTasks();
      toast({ message: t.reminded(done.members, done.tasks) });
      onClose();
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.remindTitle}
      actions={
        <>
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="primary" busy={busy} busyLabel={t.reminding} onClick={() => void submit()}>
            {t.remindSubmit}
          </Button>
        </>
      }
    >
      {sentence ? <Banner kind="error">{sentence}</Banner> : null}
      <p>{t.remindBody(late)}</p>
      {kind ? <p className="text-13h text-ink-2">{t.kinds[kind]}</p> : null}
    </Dialog>
  );
}
