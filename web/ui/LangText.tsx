import type { Bilingual } from '#shared/lang.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { useLang, useTexts } from '../texts.ts';
import { Tag } from './Chip.tsx';

/** A text in the language in use; where it is missing, the other language with a tag that says so. */
export function LangText({ text }: { text: Bilingual }) {
  const lang = useLang();
  const t = useTexts(shellTexts);
  if (text[lang]) return text[lang];
  const other = lang === 'ja' ? 'en' : 'ja';
  if (!text[other]) return null;
  return (
    <>
      <span lang={other}>{text[other]}</span> <Tag>{t.langTag[other]}</Tag>
    </>
  );
}
