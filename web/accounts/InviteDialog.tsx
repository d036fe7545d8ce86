import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { InviteAccount } from '#shared/accounts/contract.ts';
import { directoryTexts } from '#shared/accounts/directory-texts.ts';
import { isMemberRole } from '#shared/accounts/policy.ts';
import { MEMBER_ROLES, OFFICE_ROLES } from '#shared/actor.ts';
import { roleNames } from '#shared/role-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call, newIdempotencyKey } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';

const ROLES = [...MEMBER_ROLES, ...OFFICE_ROLES];
const EMPTY: InviteAccount = { email: '', name: '', role: 'member_manager', memberId: null, lang: 'ja' };

/** Invites somebody by mail, into a municipality or the office. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const lang = useLang();
  const t = useTexts(directoryTexts);
  const shell = useTexts(shellTexts);
  const client = useQueryClient();
  const toast = useToast();
  const members =
    useQuery({ queryKey: ['members'], queryFn: ({ signal }) => call('GET /api/members', { signal }) }).data?.items ??
    [];
  const [input, setInput] = useState(EMPTY);
  const [key, setKey] = useState(newIdempotencyKey);
  const { busy, send, sentence, at, id, mends } = useSending('invite');
  const change = (part: Partial<InviteAccount>) => {
    setInput({ ...input, ...part });
    setKey(newIdempotencyKey());
  };
  const forMember = isMemberRole(input.role);
  const invite = async () => {
    const body = { ...input, memberId: forMember ? input.memberId : null };
    if (!(await send(() => call('POST /api/accounts', { body, idempotencyKey: key })))) return;
    await client.invalidateQueries({ queryKey: ['accounts'] });
    toast({ message: t.invited(input.email) });
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t.invite}>
      <form
        className="mt-2 grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void invite();
        }}
      >
        <p>{t.inviteBody}</p>
        {sentence ? <Banner kind="error">{sentence}</Banner> : null}
        <ErrorSummary errors={mends} />
        <TextInput
          label={t.email}
          type="email"
          autoComplete="off"
          id={id('/email')}
          error={at('/email')}
          required
          value={input.email}
          onValue={(email) => change({ email })}
        />
        <TextInput
          label={t.name}
          id={id('/name')}
          error={at('/name')}
          value={input.name}
          onValue={(name) => change({ name })}
        />
        <Select
          label={t.role}
          id={id('/role')}
          error={at('/role')}
          empty={null}
          value={input.role}
          onValue={(role) => change({ role: role as InviteAccount['role'] })}
          options={ROLES.map((role) => ({ value: role, label: roleNames[lang][role] }))}
        />
        {forMember ? (
          <Select
            label={t.memberOf}
            id={id('/memberId')}
            error={at('/memberId')}
            required
            value={input.memberId ?? ''}
            onValue={(member) => change({ memberId: (member || null) as InviteAccount['memberId'] })}
            options={members.map((one) => ({ value: one.id, label: inWords(one.name, lang) }))}
          />
        ) : null}
        <Select
          label={t.lang}
          empty={null}
          value={input.lang}
          onValue={(next) => change({ lang: next as InviteAccount['lang'] })}
          options={(['ja', 'en'] as const).map((one) => ({ value: one, label: t.langs[one] }))}
        />
        <div className="dialog-actions">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="primary" type="submit" busy={busy} busyLabel={t.sending}>
            {t.send}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
