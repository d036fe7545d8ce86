import { type FormEvent, useState } from 'react';
import { accountTexts } from '#shared/accounts/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { wordsOf } from '../query.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { TextInput } from '../ui/TextInput.tsx';

type ByLinkFormProps = { email: string; onEmail: (email: string) => void };

/** Asks for a mailed link; the answer is the same whether the address is known or not. */
export function ByLinkForm({ email, onEmail }: ByLinkFormProps) {
  const t = useTexts(accountTexts).signIn;
  const shell = useTexts(shellTexts);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setMissing(!email.trim());
    setFailure(null);
    if (!email.trim()) return;
    setBusy(true);
    try {
      await call('POST /api/auth/sign-in/link', { body: { email } });
      setSentTo(email);
    } catch (error) {
      setFailure(wordsOf(error, shell));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      {failure ? <Banner kind="error">{failure}</Banner> : null}
      {sentTo ? (
        <Banner>
          <b>{t.sentTitle}</b>
          <br />
          {t.sent(sentTo)}
        </Banner>
      ) : null}
      <TextInput
        id="email"
        label={t.email}
        hint={t.byLinkHint}
        type="email"
        autoComplete="username"
        value={email}
        onValue={onEmail}
        error={missing ? t.emailMissing : undefined}
      />
      <Button type="submit" look="primary" size={48} className="w-full" busy={busy} busyLabel={t.sendingLink}>
        {t.sendLink}
      </Button>
    </form>
  );
}
