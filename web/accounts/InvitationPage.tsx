import './sign-in.css';
import { type FormEvent, useState } from 'react';
import { accountTexts } from '#shared/accounts/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { PublicShell } from '../layouts/PublicShell.tsx';
import { useTitle } from '../layouts/use-title.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useForm } from '../ui/use-form.ts';
import { useLinkToken } from './link-token.ts';
import { Strands } from './Strands.tsx';
import { useSignedIn } from './signed-in.ts';

const SHORTEST = 12;

/** An invited person chooses a name and a password, and is signed in. */
export function InvitationPage() {
  const t = useTexts(accountTexts).invitation;
  const shell = useTexts(shellTexts);
  useTitle(t.title);
  const token = useLinkToken();
  const signedIn = useSignedIn();
  const form = useForm(shell);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = [
      ...(name.trim() ? [] : [{ id: 'name', message: t.nameMissing }]),
      ...([...password].length >= SHORTEST ? [] : [{ id: 'password', message: t.passwordShort }]),
    ];
    void form.send(missing, async () => {
      signedIn(await call('POST /api/auth/invitation/redemption', { body: { token: token ?? '', name, password } }));
    });
  };
  return (
    <PublicShell art={<Strands />}>
      <h1 className="text-28">{t.title}</h1>
      <p className="mb-6 text-15 text-ink-2">{t.lead}</p>
      {form.failure || !token ? <Banner kind="error">{form.failure ?? t.missing}</Banner> : null}
      {token ? (
        <form onSubmit={submit} noValidate className="mt-4 grid gap-5">
          <ErrorSummary errors={form.errors} />
          <TextInput
            id="name"
            label={t.name}
            hint={t.nameHint}
            autoComplete="name"
            required
            value={name}
            onValue={setName}
            error={form.errorOf('name')}
          />
          <TextInput
            id="password"
            label={t.password}
            hint={t.passwordHint}
            type="password"
            autoComplete="new-password"
            required
            value={password}
            onValue={setPassword}
            error={form.errorOf('password')}
          />
          <Button type="submit" look="primary" size={48} className="w-full" busy={form.busy} busyLabel={t.busy}>
            {t.submit}
          </Button>
        </form>
      ) : null}
    </PublicShell>
  );
}
