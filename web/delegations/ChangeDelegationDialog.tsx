import { type FormEvent, useState } from 'react';
import type { DelegationView } from '#shared/delegations/contract.ts';
import { delegationTexts } from '#shared/delegations/texts.ts';
import type { DelegateId } from '#shared/ids.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/use-form.ts';
import { refreshDelegation } from './use-delegation.ts';

const PREFIX = 'delegation';
const LARGEST_PARTY = 50;

export function ChangeDelegationDialog({ delegation, onClose }: { delegation: DelegationView; onClose: () => void }) {
  const t = useTexts(delegationTexts);
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const form = useForm(shell, PREFIX);
  const [purpose, setPurpose] = useState(delegation.purpose);
  const [head, setHead] = useState<string>(delegation.headDelegateId ?? '');
  const [minimumParty, setMinimumParty] = useState(String(delegation.minimumParty));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.send([], async () => {
      await call('PATCH /api/delegations/:id', {
        params: { id: delegation.id },
        ifMatch: delegation.version,
        body: {
          purpose,
          headDelegateId: head === '' ? null : (head as DelegateId),
          minimumParty: Number(minimumParty),
        },
      });
      await refreshDelegation();
      toast({ message: t.saved });
      onClose();
    });
  };
  const sizes = Array.from({ length: Math.min(LARGEST_PARTY, Math.max(10, delegation.delegates.length)) }, (_, i) => ({
    value: String(i + 1),
    label: t.people(i + 1),
  }));
  return (
    <Dialog open onClose={onClose} title={t.changeTitle} wide>
      <form onSubmit={submit} noValidate className="mt-3 grid gap-5">
        <ErrorSummary errors={form.errors} />
        {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
        <TextArea
          id={`${PREFIX}-purpose`}
          label={t.purpose}
          hint={t.purposeHint}
          limit={600}
          value={purpose}
          onValue={setPurpose}
          error={form.errorOf(`${PREFIX}-purpose`)}
        />
        <Select
          id={`${PREFIX}-headDelegateId`}
          label={t.head}
          value={head}
          onValue={setHead}
          empty={t.noHead}
          options={delegation.delegates.map((one) => ({
            value: one.id,
            label: t.fullName(one.familyName, one.givenName),
          }))}
          error={form.errorOf(`${PREFIX}-headDelegateId`)}
        />
        <Select
          id={`${PREFIX}-minimumParty`}
          label={t.minimumParty}
          hint={t.minimumPartyHint}
          value={minimumParty}
          onValue={setMinimumParty}
          empty={null}
          options={sizes}
          error={form.errorOf(`${PREFIX}-minimumParty`)}
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
