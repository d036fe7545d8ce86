import { type FormEvent, useState } from 'react';
import type { DelegateView } from '#shared/delegations/contract.ts';
import { identityTexts } from '#shared/delegations/identity-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { useToast } from '../ui/Toast.tsx';
import { controlId, useForm } from '../ui/use-form.ts';
import { IdentityFields, noIdentity } from './IdentityFields.tsx';
import { refreshDelegation } from './use-delegation.ts';

const PREFIX = 'identity';

/** An officer copies what a delegate's passport says. */
export function IdentityDialog({
  delegate,
  name,
  onClose,
}: {
  delegate: DelegateView;
  name: string;
  onClose: () => void;
}) {
  const t = useTexts(identityTexts);
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const form = useForm(shell, PREFIX);
  const [state, setState] = useState(noIdentity);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.send([], async () => {
      await call('PUT /api/delegates/:id/identity', { params: { id: delegate.id }, body: state });
      await refreshDelegation();
      toast({ message: t.saved });
      onClose();
    });
  };
  return (
    <Dialog open onClose={onClose} title={t.enterOf(name)} wide>
      <form onSubmit={submit} noValidate autoComplete="off" className="mt-3 grid gap-5">
        <p className="text-14 text-ink-2">{t.enterLead}</p>
        <ErrorSummary errors={form.errors} />
        {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
        <IdentityFields
          state={state}
          onChange={(change) => setState({ ...state, ...change })}
          at={(field) => {
            const id = controlId(`/${field}`, PREFIX);
            return { id, error: form.errorOf(id) };
          }}
        />
        <div className="dialog-actions">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="primary" type="submit" busy={form.busy} busyLabel={t.saving}>
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
