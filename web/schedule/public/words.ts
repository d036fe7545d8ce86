import type { Lang } from '#shared/lang.ts';
import { requestWords } from '#shared/requests/words.ts';
import { publicTexts } from '#shared/schedule/public-texts.ts';
import { screenTexts } from '#shared/schedule/screen-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { textsIn } from '#shared/text.ts';

/** All words a public page may need in one language. */
export function wordsIn(lang: Lang) {
  return {
    ...textsIn(publicTexts, lang),
    screen: textsIn(screenTexts, lang),
    shell: textsIn(shellTexts, lang),
    names: textsIn(requestWords, lang),
    lang,
  };
}
export type PublicWords = ReturnType<typeof wordsIn>;
