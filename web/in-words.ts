import type { Bilingual, Lang } from '#shared/lang.ts';

/** A text in the wished language, or in the other where that is missing; `LangText` also says which one it is. */
export function inWords(text: Bilingual, lang: Lang): string {
  return text[lang] || text[lang === 'ja' ? 'en' : 'ja'];
}
