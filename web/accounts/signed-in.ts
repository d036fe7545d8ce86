import type { MeView } from '#shared/accounts/contract.ts';
import { useChooseLang } from '../language.ts';
import { useGo, useSearchWords } from '../navigation.ts';
import { paths } from '../paths.ts';
import { type Me, meQuery, queryClient } from '../query.ts';
import { useLang } from '../texts.ts';

/** Only an address of this application: never another site, and never the sign-in page itself. */
export function safeNext(next: string | undefined): string {
  // As a browser reads it: it leaves out tabs and line breaks, and takes a backslash for a slash.
  if (!next?.startsWith('/') || !URL.canParse(next, APP)) return '/';
  const { origin, pathname, search, hash } = new URL(next, APP);
  if (origin !== APP || pathname.startsWith('//') || /^\/(sign-in|invitation)\b/.test(pathname)) return '/';
  return pathname + search + hash;
}

const APP = 'http://app';

/** What to do once the server has signed somebody in: remember who, keep the language chosen here, go on. */
export function useSignedIn(): (me: MeView) => void {
  const go = useGo();
  const lang = useLang();
  const choose = useChooseLang();
  const [search] = useSearchWords();
  return (me) => {
    // The page that asks for the second step stays as it is and looks on; all else is forgotten.
    if (!me.owed) queryClient.clear();
    queryClient.setQueryData(meQuery.queryKey, me as Me);
    // The sign-in page asks for what is still owed, and keeps where the person wanted to go.
    if (me.owed) {
      go(paths.signIn(search.next), { replace: true });
      return;
    }
    if (me.account && me.account.lang !== lang) choose(lang);
    go(safeNext(search.next), { replace: true });
  };
}
