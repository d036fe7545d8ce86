import { type FormEvent, useState } from 'react';
import { accountTexts } from '#shared/accounts/texts.ts';
import { tokenTexts } from '#shared/accounts/token-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { queryClient } from '../query.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/use-form.ts';

const SHORTEST = 12;

export function PasswordForm() {
  const t = useTexts(accountTexts).account;
  const token = useTexts(tokenTexts);
  const invitation = useTexts(accountTexts).invitation;
  const form = useForm(useTexts(shellTexts));
  const toast = useToast();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [endTokens, setEndTokens] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = [
      ...(current ? [] : [{ id: 'current', message: t.currentMissing }]),
      ...([...password].length >= SHORTEST ? [] : [{ id: 'password', message: invitation.passwordShort }]),
    ];
    void form.send(missing, async () => {
      await call('PUT /api/auth/password', { body: { current, password, endTokens } });
      setCurrent('');
      setPassword('');
      setEndTokens(false);
      await queryClient.invalidateQueries({ queryKey: ['tokens'] });
      await queryClient.invalidateQueries({ queryKey: ['sessions'] });
      toast({ message: t.passwordChanged });
    });
  };
  return (
    <form onSubmit={submit} noValidate className="card grid gap-5 p-5" aria-labelledby="password-title">
      <h2 id="password-title">{t.passwordTitle}</h2>
      <ErrorSummary errors={form.errors} />
      {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
      <TextInput
        id="current"
        label={t.current}
        type="password"
        autoComplete="current-password"
        value={current}
        onValue={setCurrent}
        error={form.errorOf('current')}
      />
      <TextInput
        id="password"
        label={t.next}
        hint={invitation.passwordHint}
        type="password"
        autoComplete="new-password"
        value={password}
        onValue={setPassword}
        error={form.errorOf('password')}
      />
      <Checkbox label={token.endAll} hint={token.endAllHint} checked={endTokens} onChecked={setEndTokens} />
      <div>
        <Button type="submit" busy={form.busy} busyLabel={t.saving}>
          {t.changePassword}
        </Button>
      </div>
    </form>
  );
}
