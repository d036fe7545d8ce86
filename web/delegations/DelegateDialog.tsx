import { type FormEvent, useState } from 'react';
import {
  DELEGATE_LEVELS,
  DelegateInput,
  type DelegateView,
  type DelegationView,
} from '#shared/delegations/contract.ts';
import { delegationTexts } from '#shared/delegations/texts.ts';
import type { Lang } from '#shared/lang.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorSummary, type Mend } from '../ui/ErrorSummary.tsx';
import { controlId, useForm } from '../ui/use-form.ts';
import { DelegateFields, type DelegateFormState } from './DelegateFields.tsx';
import { refreshDelegation } from './use-delegation.ts';

type DelegateDialogProps = {
  delegation: DelegationView;
  /** The person to change; null to add one. */
  delegate: DelegateView | null;
  days: readonly string[];
  onClose: () => void;
  onSaved: (delegate: DelegateView) => void;
};

const PREFIX = 'delegate';

const empty: DelegateFormState = {
  familyName: '',
  givenName: '',
  familyKana: '',
  givenKana: '',
  familyLatin: '',
  givenLatin: '',
  title: { ja: '', en: '' },
  section: '',
  level: '',
  email: '',
  arrivesOn: null,
  leavesOn: null,
};

function stateOf(delegate: DelegateView | null): DelegateFormState {
  if (!delegate) return empty;
  const { id, position, version, ...fields } = delegate;
  return fields;
}

/** The same checks as the server's, said at the fields before anything is sent. */
function misfits(form: DelegateFormState, lang: Lang): Mend[] {
  const parsed = DelegateInput.safeParse(form);
  if (parsed.success) return [];
  const seen = new Set<string>();
  return parsed.error.issues.flatMap(({ path, message }) => {
    const id = controlId(`/${path.map(String).join('/')}`, PREFIX);
    if (seen.has(id)) return [];
    seen.add(id);
    const [ja = message, en = ja] = message.split('|||');
    return [{ id, message: lang === 'ja' ? ja : en }];
  });
}

/** Adds a person to a delegation, or changes one; whatever screen is below stays as it is. */
export function DelegateDialog({ delegation, delegate, days, onClose, onSaved }: DelegateDialogProps) {
  const lang = useLang();
  const t = useTexts(delegationTexts);
  const shell = useTexts(shellTexts);
  const form = useForm(shell, PREFIX);
  const [state, setState] = useState(() => stateOf(delegate));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void form.send(misfits(state, lang), async (idempotencyKey) => {
      const body = DelegateInput.parse(state);
      const saved = delegate
        ? await call('PUT /api/delegates/:id', { params: { id: delegate.id }, body, ifMatch: delegate.version })
        : await call('POST /api/delegations/:id/delegates', { params: { id: delegation.id }, body, idempotencyKey });
      await refreshDelegation();
      onSaved(saved);
    });
  };
  return (
    <Dialog open onClose={onClose} title={delegate ? t.editTitle : t.addTitle} wide>
      <form onSubmit={submit} noValidate className="mt-3 grid gap-5">
        <ErrorSummary errors={form.errors} />
        {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
        <DelegateFields
          state={state}
          onChange={(change) => setState({ ...state, ...change })}
          days={days}
          levels={DELEGATE_LEVELS}
          at={(pointer) => {
            const id = controlId(pointer, PREFIX);
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
