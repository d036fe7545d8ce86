import { type FormEvent, useState } from 'react';
import { accountTexts } from '#shared/accounts/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call, Refused } from '../api.ts';
import { wordsOf } from '../query.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary, type Mend } from '../ui/ErrorSummary.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSignedIn } from './signed-in.ts';

type EmailProps = { email: string; onEmail: (email: string) => void };

export function ByPasswordForm({ email, onEmail }: EmailProps) {
  const t = useTexts(accountTexts).signIn;
  const shell = useTexts(shellTexts);
  const signedIn = useSignedIn();
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<readonly Mend[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const errorOf = (id: string) => errors.find((one) => one.id === id)?.message;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const missing = [
      ...(email.trim() ? [] : [{ id: 'email', message: t.emailMissing }]),
      ...(password ? [] : [{ id: 'password', message: t.passwordMissing }]),
    ];
    setErrors(missing);
    setFailure(null);
    if (missing.length > 0) return;
    setBusy(true);
    try {
      signedIn(await call('POST /api/auth/sign-in/email', { body: { email, password } }));
    } catch (error) {
      setFailure(error instanceof Refused && error.code === 'wrong-credentials' ? t.wrong : wordsOf(error, shell));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <ErrorSummary errors={errors} />
      {failure ? <Banner kind="error">{failure}</Banner> : null}
      <TextInput
        id="email"
        label={t.email}
        type="email"
        autoComplete="username"
        value={email}
        onValue={onEmail}
        error={errorOf('email')}
      />
      <TextInput
        id="password"
        label={t.password}
        type="password"
        autoComplete="current-password"
        value={password}
        onValue={setPassword}
        error={errorOf('password')}
      />
      <Button type="submit" look="primary" size={48} className="w-full" busy={busy} busyLabel={t.busy}>
        {t.submit}
      </Button>
    </form>
  );
}
