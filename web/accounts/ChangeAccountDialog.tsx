import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountView } from '#shared/accounts/contract.ts';
import { directoryTexts } from '#shared/accounts/directory-texts.ts';
import { isMemberRole, whyNotChangeAccount } from '#shared/accounts/policy.ts';
import { secondFactorTexts } from '#shared/accounts/second-factor-texts.ts';
import { MEMBER_ROLES, OFFICE_ROLES } from '#shared/actor.ts';
import { roleNames } from '#shared/role-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { useActor } from '../layouts/use-account.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { ConflictDialog } from '../ui/ConflictDialog.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Select } from '../ui/Select.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';

/** Another role for somebody, or no way in until they are let back. */
export function ChangeAccountDialog({ account, onClose }: { account: AccountView; onClose: () => void }) {
  const lang = useLang();
  const t = useTexts(directoryTexts);
  const second = useTexts(secondFactorTexts).reset;
  const shell = useTexts(shellTexts);
  const actor = useActor();
  const client = useQueryClient();
  const toast = useToast();
  const { busy, send, sentence, at, id, stale, clear } = useSending('account');
  const [role, setRole] = useState(account.role);
  const [suspended, setSuspended] = useState(account.state === 'suspended');
  const name = account.name || account.email;
  const reason = actor ? whyNotChangeAccount(actor, account, { role }) : null;
  const roles = isMemberRole(account.role) ? MEMBER_ROLES : OFFICE_ROLES;
  const save = async (version: number) => {
    const body = { role, state: suspended ? ('suspended' as const) : ('active' as const) };
    const done = await send(() =>
      call('PATCH /api/accounts/:id', { params: { id: account.id }, ifMatch: version, body }),
    );
    await client.invalidateQueries({ queryKey: ['accounts'] });
    if (!done) return;
    toast({ message: t.saved(name) });
    onClose();
  };
  const takeFactor = async () => {
    const done = await send(async () => {
      const { state } = await call('POST /api/accounts/:id/factor-reset', { params: { id: account.id } });
      toast({ message: state === 'done' ? second.done(name) : second.asked });
    });
    await client.invalidateQueries({ queryKey: ['factor-resets'] });
    await client.invalidateQueries({ queryKey: ['accounts'] });
    if (done) onClose();
  };
  const current = stale as AccountView | undefined;
  if (current) {
    return (
      <ConflictDialog
        open
        differences={[
          { label: t.role, mine: roleNames[lang][role], theirs: roleNames[lang][current.role] },
          { label: t.columns.state, mine: t.state[suspended ? 'suspended' : 'active'], theirs: t.state[current.state] },
        ]}
        onKeepMine={() => void save(current.version)}
        onTakeTheirs={onClose}
        onClose={clear}
      />
    );
  }
  return (
    <Dialog open onClose={onClose} title={t.changeOf(name)}>
      <form
        className="mt-2 grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!reason) void save(account.version);
        }}
      >
        {sentence ? <Banner kind="error">{sentence}</Banner> : null}
        <Select
          label={t.role}
          id={id('/role')}
          error={at('/role')}
          empty={null}
          value={role}
          onValue={(next) => setRole(next as AccountView['role'])}
          options={roles.map((one) => ({ value: one, label: roleNames[lang][one] }))}
        />
        <Checkbox label={t.suspend} hint={t.suspendHint} checked={suspended} onChecked={setSuspended} />
        {account.secondFactor && account.id !== actor?.accountId ? (
          <p className="grid justify-items-start gap-1">
            <Button look="outline" size={30} onClick={() => void takeFactor()}>
              {second.act}
            </Button>
            <span className="text-13 text-ink-3">{second.hint}</span>
          </p>
        ) : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="primary" type="submit" busy={busy} busyLabel={t.saving} disabledReason={reason}>
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
