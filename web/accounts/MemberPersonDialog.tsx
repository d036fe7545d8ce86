import { type FormEvent, useState } from 'react';
import type { AccountView, SelfView } from '#shared/accounts/contract.ts';
import { accountTexts } from '#shared/accounts/texts.ts';
import { MEMBER_ROLES } from '#shared/actor.ts';
import { roleNames } from '#shared/role-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { queryClient } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { RadioCards } from '../ui/Choices.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/use-form.ts';

type MemberPersonDialogProps = {
  /** The person to change; null to invite one. */
  person: AccountView | null;
  memberId: SelfView['memberId'];
  onClose: () => void;
};

const PREFIX = 'person';

export function MemberPersonDialog({ person, memberId, onClose }: MemberPersonDialogProps) {
  const lang = useLang();
  const t = useTexts(accountTexts).people;
  const account = useTexts(accountTexts).account;
  const shell = useTexts(shellTexts);
  const form = useForm(shell, PREFIX);
  const toast = useToast();
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<AccountView['role']>(person?.role ?? 'member_editor');
  const finish = async (message: string) => {
    await queryClient.invalidateQueries({ queryKey: ['accounts'] });
    toast({ message });
    onClose();
  };
  const change = (state: 'active' | 'suspended', message: string) =>
    form.send([], async () => {
      if (!person) return;
      const { id, version } = person;
      await call('PATCH /api/accounts/:id', { params: { id }, body: { role, state }, ifMatch: version });
      await finish(message);
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (person) return void change(person.state === 'suspended' ? 'suspended' : 'active', t.changed);
    const missing = email.trim() ? [] : [{ id: `${PREFIX}-email`, message: t.emailMissing }];
    void form.send(missing, async (idempotencyKey) => {
      await call('POST /api/accounts', { body: { email, name, role, memberId, lang }, idempotencyKey });
      await finish(t.invited);
    });
  };
  const suspended = person?.state === 'suspended';
  return (
    <Dialog open onClose={onClose} title={person ? t.changeTitle : t.inviteTitle}>
      <form onSubmit={submit} noValidate className="mt-3 grid gap-5">
        <ErrorSummary errors={form.errors} />
        {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
        {person ? (
          <p className="text-15">
            <b>{person.name}</b> {person.email}
          </p>
        ) : (
          <>
            <TextInput
              id={`${PREFIX}-email`}
              label={account.email}
              hint={t.inviteHint}
              type="email"
              required
              value={email}
              onValue={setEmail}
              error={form.errorOf(`${PREFIX}-email`)}
            />
            <TextInput
              id={`${PREFIX}-name`}
              label={t.name}
              value={name}
              onValue={setName}
              error={form.errorOf(`${PREFIX}-name`)}
            />
          </>
        )}
        <RadioCards
          id={`${PREFIX}-role`}
          label={t.role}
          value={role}
          onValue={(value) => setRole(MEMBER_ROLES.find((one) => one === value) ?? role)}
          choices={MEMBER_ROLES.map((one) => ({ value: one, label: roleNames[lang][one], hint: t.roleHints[one] }))}
        />
        <div className="dialog-actions">
          {person && person.state !== 'invited' ? (
            <Button
              look={suspended ? 'secondary' : 'danger'}
              onClick={() => void change(suspended ? 'active' : 'suspended', suspended ? t.changed : t.suspended)}
            >
              {suspended ? t.letBack : t.suspend}
            </Button>
          ) : null}
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="primary" type="submit" busy={form.busy} busyLabel={person ? account.saving : t.inviting}>
            {person ? t.save : t.invite}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
