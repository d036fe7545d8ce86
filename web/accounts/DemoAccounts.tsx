import { useState } from 'react';
import { accountTexts } from '#shared/accounts/texts.ts';
import { roleNames } from '#shared/role-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useMe, wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useSignedIn } from './signed-in.ts';

/** Public on purpose: it opens nothing but the demonstration world. */
const DEMO_PASSWORD = 'cop-desk-demo';

/** While the demonstration world is loaded: one press signs in as any of its people. */
export function DemoAccounts() {
  const t = useTexts(accountTexts).signIn;
  const shell = useTexts(shellTexts);
  const lang = useLang();
  const accounts = useMe()?.demoAccounts;
  const signedIn = useSignedIn();
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  if (!accounts || accounts.length === 0) return null;
  const signInAs = async (email: string) => {
    setBusy(email);
    setFailure(null);
    try {
      signedIn(await call('POST /api/auth/sign-in/email', { body: { email, password: DEMO_PASSWORD } }));
    } catch (error) {
      setFailure(wordsOf(error, shell));
      setBusy(null);
    }
  };
  return (
    <section className="mt-6 border-t border-line pt-4" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className="text-15">
        {t.demo}
      </h2>
      <p className="mb-3 text-13 text-ink-3">{t.demoHint}</p>
      {failure ? <Banner kind="error">{failure}</Banner> : null}
      <ul className="demo-accounts">
        {accounts.map(({ email, name, role, memberName }) => (
          <li key={email}>
            <Button className="w-full" busy={busy === email} busyLabel={t.busy} onClick={() => void signInAs(email)}>
              <span>
                {memberName ? `${inWords(memberName, lang)}　${name}` : name}
                <small>{roleNames[lang][role]}</small>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
