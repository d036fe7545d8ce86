import { type FormEvent, useEffect, useState } from 'react';
import { passkeyTexts } from '#shared/accounts/passkey-texts.ts';
import { secondFactorTexts } from '#shared/accounts/second-factor-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call, onStepUp, Refused } from '../api.ts';
import { type Me, wordsOf } from '../query.ts';
import { useTexts } from '../texts.ts';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { PasskeyButton } from './PasskeyButton.tsx';
import { TextInput } from './TextInput.tsx';

type Waiting = { answer: (proved: boolean) => void };

/** Appears over the screen when something that matters is asked for; the call is sent again once the person has proved themselves. */
export function StepUp({ account }: { account: NonNullable<Me['account']> }) {
  const all = useTexts(shellTexts);
  const t = useTexts(secondFactorTexts).stepUp;
  const passkey = useTexts(passkeyTexts);
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const [by, setBy] = useState<'password' | 'code'>('password');
  const [secret, setSecret] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    onStepUp(() => new Promise((answer) => setWaiting({ answer })));
    return () => onStepUp(null);
  }, []);
  const finish = (proved: boolean) => {
    waiting?.answer(proved);
    setWaiting(null);
    setSecret('');
    setError(null);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (!secret) {
      setError(t.missing);
      return;
    }
    setBusy(true);
    try {
      await call('POST /api/auth/step-up', { body: { by, secret } });
      finish(true);
    } catch (failure) {
      const wrong = failure instanceof Refused && failure.code === 'wrong-credentials';
      setError(wrong ? t.wrong : wordsOf(failure, all));
    } finally {
      setBusy(false);
    }
  };
  const other = by === 'password' ? 'code' : 'password';
  return (
    <Dialog open={waiting !== null} onClose={() => finish(false)} title={t.title}>
      <p>{t.body}</p>
      {account.passkeys ? (
        <div className="mt-3">
          <PasskeyButton
            label={passkey.prove}
            size={36}
            look="outline"
            ask={() => call('POST /api/auth/passkey-proof/challenge')}
            answer={async (body) => {
              await call('POST /api/auth/passkey-proof', { body });
              finish(true);
            }}
          />
        </div>
      ) : null}
      <form onSubmit={submit} noValidate className="mt-3 grid gap-4">
        {error ? <Banner kind="error">{error}</Banner> : null}
        {/* So that a browser that keeps passwords knows whose this is. */}
        <input type="text" autoComplete="username" value={account.email} readOnly hidden />
        <TextInput
          key={by}
          label={t[by]}
          type={by === 'password' ? 'password' : 'text'}
          autoComplete={by === 'password' ? 'current-password' : 'one-time-code'}
          value={secret}
          onValue={setSecret}
          autoFocus
        />
        <p>
          <Button
            look="quiet"
            size={30}
            onClick={() => {
              setBy(other);
              setSecret('');
              setError(null);
            }}
          >
            {other === 'code' ? t.byCode : t.byPassword}
          </Button>
        </p>
        <div className="dialog-actions">
          <Button onClick={() => finish(false)}>{all.cancel}</Button>
          <Button look="primary" type="submit" busy={busy} busyLabel={t.busy}>
            {t.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
