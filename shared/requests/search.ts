/**
 * Folds text for searching: compatibility forms joined (NFKC), lower case, katakana as hiragana, spaces as one.
 * Names stay as typed everywhere else; only this copy is folded.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The pairs of neighbouring characters of a folded text, each once: the shortest thing one searches for in Japanese. */
export function pairsOf(folded: string): string[] {
  const pairs = new Set<string>();
  for (const word of folded.split(' ')) {
    const chars = [...word];
    for (let index = 0; index + 1 < chars.length; index += 1) pairs.add(`${chars[index]}${chars[index + 1]}`);
  }
  return [...pairs];
}

/** The words of a search box, folded; words of one character are left out unless nothing else is there. */
export function searchWords(query: string): string[] {
  const words = foldForSearch(query).split(' ').filter(Boolean);
  const long = words.filter((word) => [...word].length >= 2);
  return long.length > 0 ? long : words;
}
