import type { Lang } from '#shared/lang.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { useChooseLang } from '../language.ts';
import { useLang, useTexts } from '../texts.ts';
import { Segmented } from '../ui/Segmented.tsx';

/** Each language is named in itself, so that whoever cannot read the page finds the way out. */
const NAMES = [
  { value: 'ja', label: shellTexts.ja.langName, lang: 'ja' },
  { value: 'en', label: shellTexts.en.langName, lang: 'en' },
];

export function LangSwitch() {
  const t = useTexts(shellTexts);
  const lang = useLang();
  const choose = useChooseLang();
  return <Segmented label={t.language} value={lang} onValue={(value) => choose(value as Lang)} options={NAMES} />;
}
