import './sign-in.css';
import { useState } from 'react';
import { accountTexts } from '#shared/accounts/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { PublicShell } from '../layouts/PublicShell.tsx';
import { useTitle } from '../layouts/use-title.ts';
import { paths } from '../paths.ts';
import { wordsOf } from '../query.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Link } from '../ui/Link.tsx';
import { useLinkToken } from './link-token.ts';
import { Strands } from './Strands.tsx';
import { useSignedIn } from './signed-in.ts';

/** The mailed link leads here. Scanners of mail only open pages; the button is what signs in. */
export function SignInLinkPage() {
  const t = useTexts(accountTexts);
  const shell = useTexts(shellTexts);
  useTitle(t.link.title);
  const token = useLinkToken();
  const signedIn = useSignedIn();
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    setFailure(null);
    try {
      signedIn(await call('POST /api/auth/sign-in/link/redemption', { body: { token: token ?? '' } }));
    } catch (error) {
      setFailure(wordsOf(error, shell));
      setBusy(false);
    }
  };
  return (
    <PublicShell art={<Strands />}>
      <h1 className="text-28">{t.link.title}</h1>
      <p className="mb-6 text-15 text-ink-2">{token ? t.link.lead : null}</p>
      {failure || !token ? <Banner kind="error">{failure ?? t.link.missing}</Banner> : null}
      {token ? (
        <Button
          look="primary"
          size={48}
          className="mt-4 w-full"
          busy={busy}
          busyLabel={t.signIn.busy}
          onClick={() => void submit()}
        >
          {t.link.submit}
        </Button>
      ) : null}
      {failure || !token ? (
        <p className="mt-5">
          <Link href={paths.signIn()}>{t.link.again}</Link>
        </p>
      ) : null}
    </PublicShell>
  );
}
