import './sign-in.css';
import { useState } from 'react';
import { accountTexts } from '#shared/accounts/texts.ts';
import { PublicShell } from '../layouts/PublicShell.tsx';
import { useTitle } from '../layouts/use-title.ts';
import { useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { KeyRound, Mail } from '../ui/icons.tsx';
import { ByLinkForm } from './ByLinkForm.tsx';
import { ByPasswordForm } from './ByPasswordForm.tsx';
import { DemoAccounts } from './DemoAccounts.tsx';
import { Strands } from './Strands.tsx';

/** Signing in: with a password, or with a mailed link for whoever has none. */
export function SignInPage() {
  const t = useTexts(accountTexts).signIn;
  useTitle(t.title);
  const [byLink, setByLink] = useState(false);
  const [email, setEmail] = useState('');
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
