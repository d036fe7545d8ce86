import type { Page } from 'playwright-core';
import type { Lang } from '#shared/lang.ts';

const files = import.meta.glob<Record<string, unknown>>(
  ['../../../shared/**/*texts.ts', '../../../shared/**/words.ts'],
  { eager: true },
);
/** Phrases that are put into what people write: there they stand as written. */
const WRITTEN = ['template'];

type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Every phrase of one language that is another one in the other language. */
function phrases(own: Tree, other: Tree): string[] {
  return Object.entries(own).flatMap(([name, value]) => {
    if (WRITTEN.includes(name)) return [];
    const opposite = other[name];
    if (isTree(value) && isTree(opposite)) return phrases(value, opposite);
    return typeof value === 'string' && value !== opposite ? [value] : [];
  });
}

const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;
const japanese = Object.values(files)
  .flatMap((file) => Object.values(file))
  .flatMap((texts) => (isTree(texts) && isTree(texts.ja) && isTree(texts.en) ? phrases(texts.ja, texts.en) : []))
  .filter((phrase) => JAPANESE.test(phrase) && phrase.length > 1);

/** Phrases of our own on an English page that are still Japanese, and holes where a phrase should stand. */
export async function untranslated(page: Page, lang: Lang): Promise<string[]> {
  const shown = await page.evaluate(() => {
    const texts: string[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const parent = node.parentElement;
      if (!parent || parent.closest('script, style, [lang]:not(html)')) continue;
      texts.push(node.textContent?.trim() ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      if (element.closest('[lang]:not(html)')) continue;
      for (const name of ['aria-label', 'placeholder', 'title']) texts.push(element.getAttribute(name) ?? '');
    }
    return [...new Set(texts)];
  });
  const holes = shown.filter((text) => /\bundefined\b|\[object |=>/.test(text));
  if (lang === 'ja') return holes;
  const known = new Set(japanese);
  return [...holes, ...shown.filter((text) => known.has(text))];
}
