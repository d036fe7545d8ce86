import type { DelegateView } from '#shared/delegations/contract.ts';
import { delegationTexts } from '#shared/delegations/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/use-form.ts';
import { refreshDelegation } from './use-delegation.ts';

type RemoveDelegateDialogProps = { delegate: DelegateView; name: string; onClose: () => void };

export function RemoveDelegateDialog({ delegate, name, onClose }: RemoveDelegateDialogProps) {
  const t = useTexts(delegationTexts);
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const form = useForm(shell);
  const remove = () =>
    form.send([], async () => {
      await call('DELETE /api/delegates/:id', { params: { id: delegate.id }, ifMatch: delegate.version });
      await refreshDelegation();
      toast({ message: t.removed(name) });
      onClose();
    });
  const actions = (
    <>
      <Button onClick={onClose}>{shell.cancel}</Button>
      <Button look="danger" busy={form.busy} busyLabel={t.removing} onClick={() => void remove()}>
        {t.remove}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t.removeTitle(name)} actions={actions}>
      <p>{t.removeBody}</p>
      {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
    </Dialog>
  );
}
