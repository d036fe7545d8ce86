import './sign-in.css';
import { useState } from 'react';
import { passkeyTexts } from '#shared/accounts/passkey-texts.ts';
import { accountTexts } from '#shared/accounts/texts.ts';
import { call } from '../api.ts';
import { PublicShell } from '../layouts/PublicShell.tsx';
import { useTitle } from '../layouts/use-title.ts';
import { useMe } from '../query.ts';
import { useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Lock, Mail } from '../ui/icons.tsx';
import { PasskeyButton } from '../ui/PasskeyButton.tsx';
import { ByIssuer } from './ByIssuer.tsx';
import { ByLinkForm } from './ByLinkForm.tsx';
import { ByPasswordForm } from './ByPasswordForm.tsx';
import { DemoAccounts } from './DemoAccounts.tsx';
import { FirstSetUp } from './FirstSetUp.tsx';
import { SecondStep } from './SecondStep.tsx';
import { Strands } from './Strands.tsx';
import { useSignedIn } from './signed-in.ts';

/** Signing in: with a password, a mailed link, a passkey alone, or the account of one’s own organisation. */
export function SignInPage() {
  const t = useTexts(accountTexts).signIn;
  const passkey = useTexts(passkeyTexts);
  const signedIn = useSignedIn();
  useTitle(t.title);
  const [byLink, setByLink] = useState(false);
  const [email, setEmail] = useState('');
  const me = useMe();
  // Once begun, setting up stays until the recovery codes are kept: by then nothing is owed any more.
  const [settingUp, setSettingUp] = useState(false);
  if (me?.owed?.owes === 'set-up' && !settingUp) setSettingUp(true);
  if (me?.owed?.owes === 'code') return <PublicShell art={<Strands />}>{<SecondStep owed={me.owed} />}</PublicShell>;
  if (settingUp && (me?.owed || me?.account)) return <PublicShell art={<Strands />}>{<FirstSetUp />}</PublicShell>;
  return (
    <PublicShell art={<Strands />}>
      <h1 className="text-28">{t.title}</h1>
      <p className="mb-6 text-15 text-ink-2">{t.lead}</p>
      {byLink ? <ByLinkForm email={email} onEmail={setEmail} /> : <ByPasswordForm email={email} onEmail={setEmail} />}
      <p className="or-line">{t.otherWay}</p>
      <div className="grid gap-3">
        <PasskeyButton
          label={passkey.signIn}
          ask={() => call('POST /api/auth/sign-in/passkey/challenge')}
          answer={async (body) => signedIn(await call('POST /api/auth/sign-in/passkey', { body }))}
        />
        <ByIssuer />
        <Button className="w-full" size={48} onClick={() => setByLink(!byLink)}>
          {byLink ? <Lock aria-hidden="true" /> : <Mail aria-hidden="true" />}
          {byLink ? t.byPassword : t.byLink}
        </Button>
      </div>
      <p className="mt-5 text-14 text-ink-2">{t.note}</p>
      <DemoAccounts />
    </PublicShell>
  );
}
