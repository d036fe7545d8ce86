import type { Bilingual, Lang } from '#shared/lang.ts';
import { textsIn } from '#shared/text.ts';
import { bylineTexts } from './byline-texts.ts';

/** Who did something, and for whom when it was for somebody else. */
export function byline(who: string, principal: Bilingual | null | undefined, lang: Lang): string {
  if (!principal) return who;
  const name = principal[lang] || principal[lang === 'ja' ? 'en' : 'ja'];
  return textsIn(bylineTexts, lang).actingFor(who, name);
}
