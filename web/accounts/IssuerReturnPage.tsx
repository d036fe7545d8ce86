import './sign-in.css';
import { useEffect, useRef, useState } from 'react';
import { issuerTexts } from '#shared/accounts/issuer-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { PublicShell } from '../layouts/PublicShell.tsx';
import { useTitle } from '../layouts/use-title.ts';
import { useGo } from '../navigation.ts';
import { paths } from '../paths.ts';
import { queryClient, wordsOf } from '../query.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Link } from '../ui/Link.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useToast } from '../ui/Toast.tsx';
import { Strands } from './Strands.tsx';
import { useSignedIn } from './signed-in.ts';

/** Where an issuer sends people back to. What it has given the browser serves once, and leaves the address at once. */
export function IssuerReturnPage() {
  const t = useTexts(issuerTexts);
  const shell = useTexts(shellTexts);
  useTitle(t.returning);
  const signedIn = useSignedIn();
  const go = useGo();
  const toast = useToast();
  const [brought] = useState(() => new URLSearchParams(location.search));
  const state = brought.get('state') ?? '';
  const binding = state.startsWith('b.');
  const [failure, setFailure] = useState<string | null>(null);
  const sent = useRef(false);
  useEffect(() => {
    // A drawing that is begun anew must not send what serves once a second time.
    if (sent.current) return;
    sent.current = true;
    history.replaceState(history.state, '', location.pathname);
    const code = brought.get('code');
    if (!code || !state) {
      setFailure(brought.has('error') ? t.cancelled : t.missing);
      return;
    }
    call('POST /api/auth/issuer-return', { body: { code, state, iss: brought.get('iss') } }).then(
      async (me) => {
        if (!binding) {
          signedIn(me);
          return;
        }
        await queryClient.invalidateQueries();
        toast({ message: t.bound });
        go(paths.account(), { replace: true });
      },
      (error: unknown) => setFailure(wordsOf(error, shell)),
    );
  });
  return (
    <PublicShell art={<Strands />}>
      <h1 className="mb-4 text-28">{t.returning}</h1>
      {failure ? (
        <>
          <Banner kind="error">{failure}</Banner>
          <p className="mt-5">
            <Link href={binding ? paths.account() : paths.signIn()}>{binding ? t.toAccount : t.again}</Link>
          </p>
        </>
      ) : (
        <>
          <p role="status">{t.wait}</p>
          <Skeleton />
        </>
      )}
    </PublicShell>
  );
}
