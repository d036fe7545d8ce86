import type { Bilingual } from '#shared/lang.ts';
import { TimeNotClear } from '#shared/time-zone.ts';

/** An entry of somebody else's timetable as we keep it; times are ISO instants, half-open. */
export type OutsideRead = {
  /** What the other side calls it, the same as long as it is the same entry. */
  uid: string;
  title: Bilingual;
  startsAt: string;
  endsAt: string;
  place: string;
  url: string;
  organiser: string;
};

export const ROW_FAULTS = [
  ...(['no-title', 'no-start', 'no-end', 'bad-day', 'bad-time', 'ends-before', 'too-long'] as const),
  ...(['all-day', 'repeats', 'unknown-zone', 'skipped', 'twice-shown', 'far-away', 'same-name'] as const),
] as const;
export type RowFault = { code: (typeof ROW_FAULTS)[number]; value?: string };
/** One entry or row: what was read, or why it cannot be taken. `line` counts from 1 as its author sees it. */
export type OutsideRow = { line: number; name: string; item: OutsideRead | null; faults: RowFault[] };

export const FILE_FAULTS = [
  'not-recognised',
  'doctype',
  'broken',
  'too-deep',
  'too-many',
  'no-header',
  'empty',
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];
export type OutsideFormat = 'ics' | 'xml' | 'table';
export type OutsideReading =
  | { format: OutsideFormat; rows: OutsideRow[] }
  | { format: OutsideFormat | null; fault: FileFault };

export const MOST_CHARACTERS = 1_000_000;
export const MOST_ITEMS = 2_000;
const LONGEST_MINUTES = 24 * 60;

/** What a reader found in one entry before it was looked at as a whole. */
export type Found = {
  line: number;
  uid: string;
  title: string;
  titleEn?: string;
  from: Date | RowFault;
  to: Date | RowFault;
  place?: string;
  url?: string;
  organiser?: string;
};

/** An entry as we keep it, or why not: it has a title, begins before it ends and lasts a day at most. */
export function rowOf(found: Found, near: Date): OutsideRow {
  const { line, from, to } = found;
  const title = tidy(found.title, 200);
  const titleEn = tidy(found.titleEn ?? '', 200);
  const faults: RowFault[] = title === '' && titleEn === '' ? [{ code: 'no-title' }] : [];
  for (const one of [from, to]) {
    if (!(one instanceof Date) && !faults.some(({ code }) => code === one.code)) faults.push(one);
  }
  if (from instanceof Date && to instanceof Date) {
    const minutes = (to.getTime() - from.getTime()) / 60_000;
    if (minutes <= 0) faults.push({ code: 'ends-before' });
    else if (minutes > LONGEST_MINUTES) faults.push({ code: 'too-long' });
    else if (Math.abs(from.getTime() - near.getTime()) > 366 * 86_400_000) faults.push({ code: 'far-away' });
  }
  const name = title || titleEn;
  if (faults.length > 0 || !(from instanceof Date && to instanceof Date)) return { line, name, item: null, faults };
  return {
    ...{ line, name, faults },
    item: {
      uid: tidy(found.uid, 255),
      title: titleEn ? { ja: title, en: titleEn } : inOwnLanguage(title),
      ...{ startsAt: from.toISOString(), endsAt: to.toISOString() },
      ...{ place: tidy(found.place ?? '', 120), organiser: tidy(found.organiser ?? '', 120) },
      url: webAddress(found.url ?? ''),
    },
  };
}

/** The second entry of a name is none: it could not be told from the first the next time. */
export function eachOnce(rows: readonly OutsideRow[]): OutsideRow[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    if (!row.item) return row;
    if (seen.has(row.item.uid)) return { ...row, item: null, faults: [{ code: 'same-name', value: row.item.uid }] };
    seen.add(row.item.uid);
    return row;
  });
}

/** The instant that a way of finding it gives, or why there is none: the clocks skip it or show it twice. */
export function instantOr(find: () => Date, value: string): Date | RowFault {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof TimeNotClear)) throw error;
    const code = ({ skipped: 'skipped', twice: 'twice-shown', unreadable: 'bad-time' } as const)[error.kind];
    return { code, value };
  }
}

/** One line without what cannot be seen, at most `most` characters. */
export function tidy(text: string, most: number): string {
  const plain = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  const characters = [...plain];
  return characters.length <= most ? plain : `${characters.slice(0, most - 1).join('')}…`;
}

/** A title in the language it is written in: Japanese as soon as it has one letter of it. */
function inOwnLanguage(title: string): Bilingual {
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(title)
    ? { ja: title, en: '' }
    : { ja: '', en: title };
}

function webAddress(text: string): string {
  const address = tidy(text, 501);
  return address.length <= 500 && /^https?:\/\/[^\s"<>]+$/.test(address) ? address : '';
}

/** A name for an entry that has none of its own (FNV-1a): the same for the same words. */
export function nameFor(words: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  return `row-${(hash >>> 0).toString(16).padStart(8, '0')}`;
}
