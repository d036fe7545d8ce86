import { type FormEvent, useState } from 'react';
import type { MeView } from '#shared/accounts/contract.ts';
import { passkeyTexts } from '#shared/accounts/passkey-texts.ts';
import { secondFactorTexts } from '#shared/accounts/second-factor-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { queryClient, wordsOf } from '../query.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Mail } from '../ui/icons.tsx';
import { PasskeyButton } from '../ui/PasskeyButton.tsx';
import { passkeysHere } from '../ui/passkey.ts';
import { TextInput } from '../ui/TextInput.tsx';
import { useForm } from '../ui/use-form.ts';
import { useSignedIn } from './signed-in.ts';

/** After the password or the mailed link: a passkey, a code of the app, a recovery code, or one that is mailed. */
export function SecondStep({ owed }: { owed: NonNullable<MeView['owed']> }) {
  const t = useTexts(secondFactorTexts).step;
  const passkey = useTexts(passkeyTexts);
  const shell = useTexts(shellTexts);
  const signedIn = useSignedIn();
  const form = useForm(shell);
  const [code, setCode] = useState('');
  const [mailed, setMailed] = useState(false);
  const [mailing, setMailing] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    void form.send(code.trim() ? [] : [{ id: 'code', message: t.missing }], async () => {
      signedIn(await call('POST /api/auth/second-factor', { body: { code } }));
    });
  };
  const mail = async () => {
    setMailing(true);
    setFailure(null);
    try {
      await call('POST /api/auth/mail-code');
      setMailed(true);
    } catch (error) {
      setFailure(wordsOf(error, shell));
    } finally {
      setMailing(false);
    }
  };
  const byPasskey = owed.passkey && passkeysHere();
  // A recovery code can always be typed where an app or a passkey is asked for.
  const typed = owed.app || owed.passkey || mailed;
  const lead = owed.app
    ? t.app
    : byPasskey
      ? t.passkeyOnly
      : owed.passkey
        ? passkey.notHere
        : owed.mail
          ? t.mailOnly
          : t.none;
  const problem = form.failure ?? failure;
  return (
    <>
      <h1 className="text-28">{t.title}</h1>
      <p className="mb-6 text-15 text-ink-2">{lead}</p>
      {byPasskey ? (
        <div className="mb-5">
          <PasskeyButton
            label={passkey.prove}
            look="primary"
            ask={() => call('POST /api/auth/passkey-proof/challenge')}
            answer={async (body) => signedIn(await call('POST /api/auth/passkey-proof', { body }))}
          />
        </div>
      ) : null}
      <form onSubmit={submit} noValidate className="grid gap-5">
        {problem ? <Banner kind="error">{problem}</Banner> : null}
        {mailed ? <Banner>{t.mailed}</Banner> : null}
        {typed ? (
          <>
            <TextInput
              id="code"
              label={t.code}
              hint={t.codeHint}
              autoComplete="one-time-code"
              autoCapitalize="characters"
              spellCheck={false}
              autoFocus={!byPasskey}
              value={code}
              onValue={setCode}
              error={form.errorOf('code')}
            />
            <Button
              type="submit"
              look={byPasskey ? 'secondary' : 'primary'}
              size={48}
              className="w-full"
              busy={form.busy}
              busyLabel={t.busy}
            >
              {t.submit}
            </Button>
          </>
        ) : null}
        {owed.mail ? (
          <Button
            look={typed ? 'secondary' : 'primary'}
            size={48}
            className="w-full"
            busy={mailing}
            busyLabel={t.mailing}
            onClick={() => void mail()}
          >
            <Mail aria-hidden="true" />
            {t.mail}
          </Button>
        ) : null}
      </form>
      {owed.app || owed.passkey ? (
        <p className="mt-5 text-14 text-ink-2">
          {owed.app ? t.recovery : t.recoveryForPasskey} {t.lost}
        </p>
      ) : null}
      <p className="mt-5">
        <LeaveButton label={t.cancel} />
      </p>
    </>
  );
}

/** Ends what has only begun, and shows the sign-in form again. */
export function LeaveButton({ label }: { label: string }) {
  const leave = async () => {
    await call('POST /api/auth/sign-out').catch(() => {});
    await queryClient.resetQueries();
  };
  return (
    <Button look="quiet" onClick={() => void leave()}>
      {label}
    </Button>
  );
}
