import type { Lang } from '#shared/lang.ts';
import { THEMES } from '#shared/requests/kinds/speaking.ts';
import { addDays, type Day, daysBetween } from '#shared/time.ts';
import type { PublicSession } from './contract.ts';
import type { PublicParams } from './public-params.ts';

/** What a printed list says of itself: from which release, of which day, narrowed by what. */
export type Paper = {
  release: number;
  day: Day;
  lang: Lang;
  theme: PublicParams['theme'];
  interp: boolean;
  member: string | null;
  /** That it was narrowed by words, which the code has no room for. */
  words: boolean;
};

/** Crockford's digits: no letter that is read as another, and none that makes a word. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DATA_DIGITS = 7;
const CHECK_DIGITS = 2;
/** A prime below 32². Every single wrong digit and every swap of two neighbours changes the remainder. */
const PRIME = 1021;
const RELEASES = 4096;
const DAYS = 128;
const DAYS_BEFORE = 32;
const MEMBERS = 1024;

/** The members that host something in a release, in an order that the release alone decides. */
export function membersInOrder(sessions: readonly PublicSession[]): string[] {
  const ids = sessions.flatMap(({ hosts }) => hosts.filter(({ isMember }) => isMember).map(({ id }) => id as string));
  return [...new Set(ids)].sort();
}

/** The code on a paper, such as `4C0-3JR-8WK`; null when the release or the day is beyond what nine digits can say. */
export function paperCode(
  paper: Paper,
  event: { slug: string; startsOn: Day },
  members: readonly string[],
): string | null {
  const day = daysBetween(event.startsOn, paper.day) + DAYS_BEFORE;
  const member = paper.member === null ? 0 : members.indexOf(paper.member) + 1;
  // A member that hosts nothing gives an empty paper; words have no room. Both are narrowed in a way the code cannot say.
  const words = paper.words || (paper.member !== null && member === 0) || member >= MEMBERS;
  if (paper.release >= RELEASES || day < 0 || day >= DAYS) return null;
  const theme = paper.theme === null ? 0 : THEMES.indexOf(paper.theme) + 1;
  let value = paper.release;
  value = value * DAYS + day;
  value = value * 8 + theme;
  value = value * 2 + Number(paper.interp);
  value = value * 2 + Number(paper.lang === 'en');
  value = value * 2 + Number(words);
  value = value * MEMBERS + (member >= MEMBERS ? 0 : member);
  const text = digitsOf(value, DATA_DIGITS) + digitsOf(checkOf(value, event.slug), CHECK_DIGITS);
  return `${text.slice(0, 3)}-${text.slice(3, 6)}-${text.slice(6)}`;
}

/**
 * Reads a code as people type it: small letters, O for 0, I and L for 1, with or without strokes. Null when it is not
 * one of this event's. The member is named by its place among the members of the paper's own release, from 1; 0 is none.
 */
export function readPaperCode(
  text: string,
  event: { slug: string; startsOn: Day },
): (Omit<Paper, 'member'> & { member: number }) | null {
  const typed = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (typed.length !== DATA_DIGITS + CHECK_DIGITS || [...typed].some((digit) => !DIGITS.includes(digit))) return null;
  let value = numberOf(typed.slice(0, DATA_DIGITS));
  if (numberOf(typed.slice(DATA_DIGITS)) !== checkOf(value, event.slug)) return null;
  const take = (size: number) => {
    const part = value % size;
    value = Math.floor(value / size);
    return part;
  };
  const member = take(MEMBERS);
  const words = take(2) === 1;
  const lang = take(2) === 1 ? 'en' : 'ja';
  const interp = take(2) === 1;
  const theme = THEMES[take(8) - 1] ?? null;
  const day = addDays(event.startsOn, take(DAYS) - DAYS_BEFORE);
  return { release: value, day, lang, theme, interp, member, words };
}

function digitsOf(value: number, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) text = `${DIGITS[rest % 32]}${text}`;
  return text;
}

function numberOf(text: string): number {
  return [...text].reduce((value, digit) => value * 32 + DIGITS.indexOf(digit), 0);
}

/** The name of the event goes into it, so that the paper of another event is not taken for one of this. */
function checkOf(value: number, slug: string): number {
  const name = [...slug].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % PRIME, 7);
  return (value + name) % PRIME;
}
