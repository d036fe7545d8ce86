import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import type { DelegateView } from '#shared/delegations/contract.ts';
import {
  IDENTITY_FIELDS,
  type IdentityField,
  REVEAL_PURPOSES,
  type RevealPurpose,
} from '#shared/delegations/identity.ts';
import { identityTexts } from '#shared/delegations/identity-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { queryClient } from '../query.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkboxes } from '../ui/Choices.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useForm } from '../ui/use-form.ts';
import { Revealed } from './Revealed.tsx';
import { Viewings } from './Viewings.tsx';

const PREFIX = 'reveal';

/** Shows fields of a passport for a purpose, for a minute; and who has looked before. */
export function RevealDialog({
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
  const form = useForm(shell, PREFIX);
  const [fields, setFields] = useState<string[]>([...IDENTITY_FIELDS]);
  const [purpose, setPurpose] = useState('');
  const [note, setNote] = useState('');
  const [shown, setShown] = useState<Partial<Record<IdentityField, string>> | null>(null);
  const [left, setLeft] = useState(0);
  const viewings = useQuery({
    queryKey: ['delegation', 'viewings', delegate.id],
    queryFn: ({ signal }) => call('GET /api/delegates/:id/identity/viewings', { params: { id: delegate.id }, signal }),
  });
  useEffect(() => {
    if (left <= 0) {
      setShown(null);
      return;
    }
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.send([], async () => {
      const answer = await call('POST /api/delegates/:id/identity/reveal', {
        params: { id: delegate.id },
        body: { fields: fields as IdentityField[], purpose: purpose as RevealPurpose, note },
      });
      setShown(answer.values);
      setLeft(answer.hideAfterSeconds);
      await queryClient.invalidateQueries({ queryKey: ['delegation', 'viewings', delegate.id] });
    });
  };
  return (
    <Dialog open onClose={onClose} title={t.revealOf(name)} wide>
      <form onSubmit={submit} noValidate className="mt-3 grid gap-5">
        <p className="text-14 text-ink-2">{t.look.lead}</p>
        <ErrorSummary errors={form.errors} />
        {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
        {shown ? (
          <Revealed values={shown} left={left} />
        ) : (
          <>
            <Checkboxes
              label={t.look.fields}
              values={fields}
              onValues={setFields}
              choices={IDENTITY_FIELDS.map((field) => ({ value: field, label: t.field[field] }))}
              {...(form.errorOf(`${PREFIX}-fields`) ? { error: form.errorOf(`${PREFIX}-fields`) } : {})}
            />
            <Select
              id={`${PREFIX}-purpose`}
              label={t.look.purpose}
              required
              value={purpose}
              onValue={setPurpose}
              options={REVEAL_PURPOSES.map((one) => ({ value: one, label: t.purposes[one] }))}
              error={form.errorOf(`${PREFIX}-purpose`)}
            />
            <TextInput
              id={`${PREFIX}-note`}
              label={t.look.note}
              value={note}
              onValue={setNote}
              error={form.errorOf(`${PREFIX}-note`)}
            />
          </>
        )}
        <section aria-label={t.look.who}>
          <h3 className="mb-1">{t.look.who}</h3>
          <Viewings viewings={viewings.data?.items ?? []} />
        </section>
        <div className="dialog-actions">
          <Button onClick={onClose}>{t.close}</Button>
          {shown ? null : (
            <Button look="primary" type="submit" busy={form.busy} busyLabel={t.look.showing}>
              {t.look.show}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
