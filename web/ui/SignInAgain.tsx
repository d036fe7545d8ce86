import { type FormEvent, useEffect, useState } from 'react';
import { passkeyTexts } from '#shared/accounts/passkey-texts.ts';
import { secondFactorTexts } from '#shared/accounts/second-factor-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call, onSignedOut, Refused } from '../api.ts';
import { type Me, meQuery, queryClient, wordsOf } from '../query.ts';
import { useTexts } from '../texts.ts';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { PasskeyButton } from './PasskeyButton.tsx';
import { passkeysHere } from './passkey.ts';
import { TextInput } from './TextInput.tsx';

type Waiting = { answer: (signedIn: boolean) => void };

/** Appears over the screen when the session has ended; the screen and what was typed stay as they are. */
export function SignInAgain({ account }: { account: NonNullable<Me['account']> }) {
  const all = useTexts(shellTexts);
  const t = useTexts(secondFactorTexts).again;
  const passkey = useTexts(passkeyTexts);
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const [password, setPassword] = useState('');
  /** The code is asked for once the password was right and the account has a second step. */
  const [code, setCode] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    onSignedOut(() => new Promise((answer) => setWaiting({ answer })));
    return () => onSignedOut(null);
  }, []);
  const finish = (signedIn: boolean) => {
    waiting?.answer(signedIn);
    setWaiting(null);
    setPassword('');
    setCode(null);
    setError(null);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      const { owed } =
        code === null
          ? await call('POST /api/auth/sign-in/email', { body: { email: account.email, password } })
          : await call('POST /api/auth/second-factor', { body: { code } });
      setError(null);
      if (owed?.owes === 'code') {
        if (!owed.app && owed.mail && !(owed.passkey && passkeysHere())) await call('POST /api/auth/mail-code');
        setCode('');
        return;
      }
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      finish(true);
    } catch (failure) {
      setError(failure instanceof Refused && failure.code === 'wrong-credentials' ? t.wrong : wordsOf(failure, all));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open={waiting !== null} onClose={() => finish(false)} title={t.title}>
      <p>{t.body}</p>
      {account.passkeys ? (
        <div className="mt-3">
          <PasskeyButton
            label={passkey.signIn}
            size={36}
            look="outline"
            ask={() => call('POST /api/auth/sign-in/passkey/challenge')}
            answer={async (body) => {
              const me = await call('POST /api/auth/sign-in/passkey', { body });
              // The device may have offered somebody else's: what stands on this screen is not theirs.
              if (me.account?.id !== account.id) location.reload();
              await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
              finish(true);
            }}
          />
        </div>
      ) : null}
      <form onSubmit={submit} className="mt-3 grid gap-4">
        {error ? <Banner kind="error">{error}</Banner> : null}
        <TextInput
          label={t.email}
          type="email"
          autoComplete="username"
          value={account.email}
          onValue={() => {}}
          readOnly
        />
        {code === null ? (
          <TextInput
            label={t.password}
            type="password"
            autoComplete="current-password"
            value={password}
            onValue={setPassword}
            autoFocus
          />
        ) : (
          <TextInput
            label={t.code}
            inputMode="text"
            autoComplete="one-time-code"
            value={code}
            onValue={setCode}
            autoFocus
          />
        )}
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
