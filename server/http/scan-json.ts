const MOST_DEPTH = 16;
const MOST_KEYS = 2_000;
const MOST_ITEMS = 500;
const NO_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** An object with the names it has so far, or a list with how many commas it has so far. */
type Level = { names: Set<string> | null; commas: number };

/**
 * Whether a JSON text may be parsed: it nests no deeper, has no more names and no longer lists than any form of ours,
 * says no name of an object twice, and none that stands for a prototype. Found before parsing, because a parser would
 * already have gone down there, and would keep the last of two names where another program keeps the first.
 * Throws SyntaxError for a name that is none; other mistakes are left to the parser.
 */
export function mayBeParsed(text: string): boolean {
  const levels: Level[] = [];
  let names = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    const level = levels.at(-1);
    if (char === '"') {
      const end = endOfString(text, at);
      if (level?.names && isName(text, end)) {
        const name = String(JSON.parse(text.slice(at, end + 1)));
        names += 1;
        if (names > MOST_KEYS || NO_KEYS.has(name) || level.names.has(name)) return false;
        level.names.add(name);
      }
      at = end;
    } else if (char === '{' || char === '[') {
      levels.push({ names: char === '{' ? new Set() : null, commas: 0 });
      if (levels.length > MOST_DEPTH) return false;
    } else if (char === '}' || char === ']') levels.pop();
    else if (char === ',' && level && !level.names) {
      level.commas += 1;
      if (level.commas >= MOST_ITEMS) return false;
    }
  }
  return true;
}

/** Where the string that begins at `from` ends: its closing quote, or the end of the text. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function isName(text: string, end: number): boolean {
  let at = end + 1;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1;
  return text[at] === ':';
}
