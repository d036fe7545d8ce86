import { createContext, useContext, useEffect, useState } from 'react';
import type { Lang } from '#shared/lang.ts';
import { call } from './api.ts';
import { meQuery, queryClient, useMe } from './query.ts';

const KEPT = 'cop-desk-lang';

function keptLang(): Lang | null {
  try {
    const kept = localStorage.getItem(KEPT);
    return kept === 'ja' || kept === 'en' ? kept : null;
  } catch {
    return null;
  }
}

function keepLang(lang: Lang): void {
  try {
    localStorage.setItem(KEPT, lang);
  } catch {
    // a browser without storage forgets the choice; the account still keeps it
  }
}

const browserLang = (): Lang => (navigator.language.toLowerCase().startsWith('en') ? 'en' : 'ja');

/** The language of the screens: the choice just made, else the account's, else what this browser kept or asks for. */
export function useLangChoice(): [Lang, (lang: Lang) => void] {
  const [chosen, setChosen] = useState<Lang | null>(null);
  const me = useMe();
  const lang = chosen ?? me?.account?.lang ?? keptLang() ?? browserLang();
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  const choose = (next: Lang) => {
    setChosen(next);
    keepLang(next);
    // Before any request leaves: sentences of the server follow this attribute.
    document.documentElement.lang = next;
    // Asked now and not when this was drawn: whoever has just signed in is told too.
    const account = queryClient.getQueryData(meQuery.queryKey)?.account;
    const told = account ? call('PUT /api/auth/language', { body: { lang: next } }) : Promise.resolve();
    const refresh = () => void queryClient.invalidateQueries();
    told.then(refresh, () => void queryClient.invalidateQueries({ queryKey: meQuery.queryKey }));
  };
  return [lang, choose];
}

export const ChooseLangContext = createContext<(lang: Lang) => void>(() => {});

export function useChooseLang(): (lang: Lang) => void {
  return useContext(ChooseLangContext);
}
