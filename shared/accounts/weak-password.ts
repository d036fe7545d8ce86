import { COMMON_WORDS, KINDS_OF_PLACE, KNOWN_PASSWORDS } from './known-words.ts';

/** So many characters must be left that nobody who knows the person, the office and the lists could put there. */
const LEAST_OF_ONE_S_OWN = 5;
const SHORTEST_WORD = 3;
const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv'];
const LOOKALIKES: Record<string, string> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
/** What everybody would try here first. */
const OURS = ['iclei', 'copdesk', 'cop', 'desk', 'demo', 'unfccc'];

/** Words that whoever attacks an account knows: from its address, its person's name and its municipality. */
export function wordsAround(account: { email: string; name: string; memberNames: readonly string[] }): string[] {
  return [account.email, account.name, ...account.memberNames]
    .flatMap((text) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    )
    .flatMap((word) => [word, word.replace(KINDS_OF_PLACE, '')])
    .filter((word) => [...word].length >= SHORTEST_WORD || (/[^a-z0-9]/.test(word) && [...word].length >= 2));
}

/**
 * Whether a password is little more than known passwords, words around the account, rows of keys, years and
 * repetitions. `around` comes from `wordsAround`.
 */
export function isWeak(password: string, around: readonly string[]): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  const bare = plain.replaceAll(/[\s\p{P}\p{S}]/gu, '');
  if (KNOWN_PASSWORDS.has(bare) || /^(.{1,6}?)\1{2,}.{0,5}$/u.test(plain) || /^(.{1,4}?)\1+$/u.test(bare)) return true;
  const words = [...OURS, ...around, ...COMMON_WORDS].sort((a, b) => b.length - a.length);
  const left = withoutKnown(folded(withoutKnown(plain, words)), words);
  return [...left.replaceAll(/(.)\1+/gu, '$1').replaceAll(/[\s\p{P}\p{S}]/gu, '')].length < LEAST_OF_ONE_S_OWN;
}

function folded(text: string): string {
  return Array.from(text, (letter) => LOOKALIKES[letter] ?? letter).join('');
}

function withoutKnown(text: string, words: readonly string[]): string {
  let left = text;
  for (const word of words) left = left.replaceAll(word, ' ');
  left = left.replaceAll(/(19|20)\d\d/g, ' ');
  for (const row of ROWS) left = withoutRow(left, row);
  return left;
}

/** Takes out three and more neighbours of a row, forwards and backwards. */
function withoutRow(text: string, row: string): string {
  const backwards = [...row].reverse().join('');
  let left = text;
  for (let length = row.length; length >= 3; length -= 1) {
    for (let from = 0; from + length <= row.length; from += 1) {
      left = left.replaceAll(row.slice(from, from + length), ' ').replaceAll(backwards.slice(from, from + length), ' ');
    }
  }
  return left;
}
