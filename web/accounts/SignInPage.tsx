import './sign-in.css';
import { useState } from 'react';
import { accountTexts } from '#shared/accounts/texts.ts';
import { PublicShell } from '../layouts/PublicShell.tsx';
import { useTitle } from '../layouts/use-title.ts';
import { useMe } from '../query.ts';
import { useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { KeyRound, Mail } from '../ui/icons.tsx';
import { ByLinkForm } from './ByLinkForm.tsx';
import { ByPasswordForm } from './ByPasswordForm.tsx';
import { DemoAccounts } from './DemoAccounts.tsx';
import { FirstSetUp } from './FirstSetUp.tsx';
import { SecondStep } from './SecondStep.tsx';
import { Strands } from './Strands.tsx';

/** Signing in: with a password, or with a mailed link for whoever has none. */
export function SignInPage() {
  const t = useTexts(accountTexts).signIn;
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
      <Button className="w-full" size={48} onClick={() => setByLink(!byLink)}>
        {byLink ? <KeyRound aria-hidden="true" /> : <Mail aria-hidden="true" />}
        {byLink ? t.byPassword : t.byLink}
      </Button>
      <p className="mt-5 text-14 text-ink-2">{t.note}</p>
      <DemoAccounts />
    </PublicShell>
  );
}
