import { useState } from 'react';
import type { DelegateView, DelegationView } from '#shared/delegations/contract.ts';
import type { EventView } from '#shared/events/contract.ts';
import { wizardTexts } from '#shared/requests/wizard-texts.ts';
import { DelegateDialog } from '../../delegations/DelegateDialog.tsx';
import { daysAround } from '../../delegations/days-around.ts';
import { useTexts } from '../../texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Plus } from '../../ui/icons.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { fullName } from './step-props.ts';

type AddPersonProps = {
  delegation: DelegationView | null;
  event: EventView;
  onAdded: (delegate: DelegateView) => void;
};

/** Adds somebody to the delegation without leaving the page, and chooses them there. */
export function AddPerson({ delegation, event, onAdded }: AddPersonProps) {
  const t = useTexts(wizardTexts).people;
  const toast = useToast();
  const [open, setOpen] = useState(false);
  if (!delegation) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Plus aria-hidden="true" />
        {t.add}
      </Button>
      {open ? (
        <DelegateDialog
          delegation={delegation}
          delegate={null}
          days={daysAround(event)}
          onClose={() => setOpen(false)}
          onSaved={(delegate) => {
            setOpen(false);
            onAdded(delegate);
            toast({ message: t.added(fullName(delegate)) });
          }}
        />
      ) : null}
    </>
  );
}
