import type { CallOptions } from '../../api.ts';
import type { Search } from '../../navigation.ts';

/** The words of the queue's address that filter it; `r` (the open request) and `event` do not. */
export const FILTER_WORDS = ['kind', 'state', 'member', 'owner', 'turn', 'head', 'closed', 'q'] as const;
export type FilterWord = (typeof FILTER_WORDS)[number];
export type QueueWords = Partial<Record<FilterWord, string>>;

/** The views everybody has: a name and the words of its address. */
export const BUILT_IN_VIEWS = [
  { name: 'mine', words: { owner: 'me' } },
  { name: 'unassigned', words: { owner: 'none' } },
  { name: 'risk', words: {} },
  { name: 'counterpart', words: { turn: 'counterpart' } },
  { name: 'head', words: { head: 'true' } },
] as const satisfies readonly { name: string; words: QueueWords }[];
export type BuiltInView = (typeof BUILT_IN_VIEWS)[number]['name'];

/** The filtering words of an address, empty ones left out. */
export function queueWords(search: Search): QueueWords {
  const words: QueueWords = {};
  for (const name of FILTER_WORDS) if (search[name]) words[name] = search[name];
  return words;
}

/** The words as one text that stays the same however they were ordered: what a saved view keeps. */
export function wordsText(words: QueueWords): string {
  const pairs = FILTER_WORDS.flatMap((name) => (words[name] ? [[name, words[name]] as [string, string]] : []));
  return new URLSearchParams(pairs).toString();
}

/** The words of a saved view; anything it should not hold is left out. */
export function wordsFrom(text: string): QueueWords {
  return queueWords(Object.fromEntries(new URLSearchParams(text)));
}

/** Whether two sets of words show the same view. The text searched for belongs to no view. */
export function sameView(one: QueueWords, other: QueueWords): boolean {
  return wordsText({ ...one, q: '' }) === wordsText({ ...other, q: '' });
}

/** The values of a list such as `kind=pass,speaking`. */
export function listIn(words: QueueWords, name: 'kind' | 'state' | 'member'): string[] {
  return words[name]?.split(',').filter(Boolean) ?? [];
}

/** The query of the API for these words. The server judges the values; a word it does not know is refused there. */
export function queueQuery(words: QueueWords, event: string): CallOptions<'GET /api/requests'>['query'] {
  return { ...words, event, limit: 50 } as CallOptions<'GET /api/requests'>['query'];
}
