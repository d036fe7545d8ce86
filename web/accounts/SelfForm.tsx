import { type FormEvent, useState } from 'react';
import type { SelfView } from '#shared/accounts/contract.ts';
import { accountTexts } from '#shared/accounts/texts.ts';
import { roleNames } from '#shared/role-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { meQuery, queryClient } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/use-form.ts';

/** Name, section and keys; address and role are shown and changed by others. */
export function SelfForm({ account }: { account: SelfView }) {
  const lang = useLang();
  const t = useTexts(accountTexts).account;
  const form = useForm(useTexts(shellTexts));
  const toast = useToast();
  const [name, setName] = useState(account.name);
  const [section, setSection] = useState(account.section);
  const [hotkeys, setHotkeys] = useState(account.hotkeys);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.send([], async () => {
      await call('PUT /api/auth/self', { body: { name, section, hotkeys }, ifMatch: account.version });
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['self'] }),
        queryClient.invalidateQueries({ queryKey: meQuery.queryKey }),
      ]);
      toast({ message: t.saved });
    });
  };
  return (
    <form onSubmit={submit} noValidate className="card grid gap-5 p-5" aria-labelledby="self">
      <h2 id="self">{t.self}</h2>
      <ErrorSummary errors={form.errors} />
      {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1 text-15">
        <dt className="text-ink-3">{t.email}</dt>
        <dd>{account.email}</dd>
        <dt className="text-ink-3">{t.role}</dt>
        <dd>{roleNames[lang][account.role]}</dd>
      </dl>
      <TextInput
        id="name"
        label={t.name}
        required
        autoComplete="name"
        value={name}
        onValue={setName}
        error={form.errorOf('name')}
      />
      <TextInput
        id="section"
        label={t.section}
        hint={t.sectionHint}
        value={section}
        onValue={setSection}
        error={form.errorOf('section')}
      />
      <Checkbox checked={hotkeys} onChecked={setHotkeys} label={t.hotkeys} hint={t.hotkeysHint} />
      <div>
        <Button type="submit" look="primary" busy={form.busy} busyLabel={t.saving}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}
