import type { Lang } from './lang.ts';

/** The words of one capability in one language: sentences, or functions that make one. Folders of words may nest. */
export type Words = { readonly [key: string]: string | ((...args: never[]) => string) | readonly string[] | Words };

type SameShape<W> = {
  readonly [Key in keyof W]: W[Key] extends string
    ? string
    : W[Key] extends (...args: infer Args) => string
      ? (...args: Args) => string
      : W[Key] extends readonly string[]
        ? readonly string[]
        : SameShape<W[Key]>;
};

export type Texts<W extends Words> = { readonly ja: W; readonly en: SameShape<W> };

/** Declares words in both languages. A key or a parameter missing in one of them does not compile. */
export function defineTexts<const W extends Words>(ja: W, en: SameShape<W>): Texts<W> {
  return { ja, en };
}

/** The words in one language. */
export function textsIn<W extends Words>(texts: Texts<W>, lang: Lang): SameShape<W> {
  return (lang === 'ja' ? texts.ja : texts.en) as SameShape<W>;
}
