import type { MeView } from '#shared/accounts/contract.ts';
import { useChooseLang } from '../language.ts';
import { useGo, useSearchWords } from '../navigation.ts';
import { type Me, meQuery, queryClient } from '../query.ts';
import { useLang } from '../texts.ts';

/** Only an address of this application: never another site, and never the sign-in page itself. */
export function safeNext(next: string | undefined): string {
  if (!next?.startsWith('/') || next.startsWith('//') || next.startsWith('/\\')) return '/';
  return next.startsWith('/sign-in') || next.startsWith('/invitation') ? '/' : next;
}

/** What to do once the server has signed somebody in: remember who, keep the language chosen here, go on. */
export function useSignedIn(): (me: MeView) => void {
  const go = useGo();
  const lang = useLang();
  const choose = useChooseLang();
  const [search] = useSearchWords();
  return (me) => {
    queryClient.clear();
    queryClient.setQueryData(meQuery.queryKey, me as Me);
    if (me.account && me.account.lang !== lang) choose(lang);
    go(safeNext(search.next), { replace: true });
  };
}
