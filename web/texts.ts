import { createContext, useContext } from 'react';
import type { Lang } from '#shared/lang.ts';
import { type Texts, textsIn, type Words } from '#shared/text.ts';

/** The language of everything below; screens in the browser and pages rendered on the server both provide it. */
export const LangContext = createContext<Lang>('ja');

export function useLang(): Lang {
  return useContext(LangContext);
}

/** The words of a capability in the language in use. */
export function useTexts<W extends Words>(texts: Texts<W>) {
  return textsIn(texts, useLang());
}
