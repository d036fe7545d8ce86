import { z } from 'zod';

export const LANGS = ['ja', 'en'] as const;
export const Lang = z.enum(LANGS);
export type Lang = z.infer<typeof Lang>;

/** A text people entered in one or both languages; either may be empty. */
export const Bilingual = z.strictObject({ ja: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof Bilingual>;

/** The text in the wished language, or the other one when that is missing; `fallback` says that it is the other one. */
export function inLang(text: Bilingual, lang: Lang): { text: string; lang: Lang; fallback: boolean } {
  if (text[lang]) return { text: text[lang], lang, fallback: false };
  const other: Lang = lang === 'ja' ? 'en' : 'ja';
  return text[other] ? { text: text[other], lang: other, fallback: true } : { text: '', lang, fallback: false };
}

/** The language a browser asks for in `Accept-Language`; Japanese unless English clearly comes first. */
export function langFromHeader(header: string | null | undefined): Lang {
  const wished = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find(Boolean);
      return { tag: tag.slice(0, 2), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => (LANGS as readonly string[]).includes(tag) && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wished[0]?.tag === 'en' ? 'en' : 'ja';
}
