import { useState } from 'react';
import { memberTexts } from '#shared/requests/member-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { useTexts } from '../../texts.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/TextInput.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useForm } from '../../ui/use-form.ts';

type StepDialogProps = {
  title: string;
  body: string;
  submit: string;
  /** Said once it is done. */
  done: string;
  danger?: boolean;
  withReason?: boolean;
  onClose: () => void;
  act: (reason: string) => Promise<void>;
};

/** Asks once more before a step that others will act on; a reason can be given where the office can use it. */
export function StepDialog({ title, body, submit, done, danger, withReason, onClose, act }: StepDialogProps) {
  const t = useTexts(memberTexts).page;
  const shell = useTexts(shellTexts);
  const form = useForm(shell);
  const toast = useToast();
  const [reason, setReason] = useState('');
  const send = () =>
    form.send([], async () => {
      await act(reason);
      toast({ message: done });
      onClose();
    });
  const actions = (
    <>
      <Button onClick={onClose}>{shell.cancel}</Button>
      <Button look={danger ? 'danger' : 'primary'} busy={form.busy} busyLabel={t.sending} onClick={() => void send()}>
        {submit}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={title} actions={actions}>
      <p className="mb-3">{body}</p>
      {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
      {withReason ? (
        <TextArea id="reason" label={t.reason} rows={3} limit={1000} value={reason} onValue={setReason} />
      ) : null}
    </Dialog>
  );
}
