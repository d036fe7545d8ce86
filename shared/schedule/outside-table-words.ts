import { addDays, type Day } from '#shared/time.ts';
import { instantOf } from '#shared/time-zone.ts';
import {
  type Found,
  instantOr,
  MOST_ITEMS,
  nameFor,
  type OutsideReading,
  type RowFault,
  rowOf,
} from './outside-item.ts';
import { clockIn, dayIn } from './wall-clock-words.ts';

type Column =
  | 'title'
  | 'titleEn'
  | 'day'
  | 'start'
  | 'end'
  | 'time'
  | 'minutes'
  | 'place'
  | 'organiser'
  | 'url'
  | 'uid';
/** How people head these columns, without blanks, brackets and capitals. */
const HEADS: Record<Column, RegExp> = {
  titleEn:
    /^(?:タイトル|題名|企画名|件名|名称|イベント名|セッション名)?(?:英語|英文|英)$|^(?:title|name)(?:en|english|inenglish)$|^english(?:title|name)$/,
  title:
    /^(?:タイトル|題名|企画名|件名|名称|予定|行事名?|イベント名?|セッション名?|内容)(?:日本語|和文)?$|^(?:session|event)?(?:title|name)(?:ja|japanese)?$|^(?:session|event|subject|summary)$/,
  day: /^(?:日付|日|開催日|年月日|月日|実施日|開始日)$|^(?:start)?(?:date|day)$/,
  start: /^開始(?:時刻|時間|日時)?$|^(?:start|begin|from)s?(?:time|at)?$|^startdatetime$/,
  end: /^終了(?:時刻|時間|日時)?$|^(?:end|finish|to|until)s?(?:time|at)?$|^enddatetime$/,
  time: /^(?:時間|時刻|時間帯|日時)$|^times?$/,
  minutes: /^(?:所要時間|所要|分|長さ)分?$|^(?:duration|minutes|length)(?:min|minutes)?$/,
  place: /^(?:場所|会場|部屋|会場名|開催場所)$|^(?:place|location|room|venue)$/,
  organiser: /^(?:主催|主催者|主催団体|団体)$|^(?:organi[sz]er|host|hostedby|organi[sz]ation)s?$/,
  url: /^(?:url|リンク|link|web|ウェブ|website|アドレス)$/,
  uid: /^(?:id|uid|番号|no|整理番号)\.?$/,
};
const LOOK_FOR_HEAD = 15;
/** Longer texts are no table, no cell and no time; what is longer is not looked at. */
const MOST_COLUMNS = 60;
const MOST_CELL = 2_000;
const MOST_CLOCK = 80;

/** A table copied from a spreadsheet or saved as CSV: one row an entry, below a row of heads in either language. */
export function readTable(text: string, zone: string, near: { day: Day; at: Date }): OutsideReading {
  const rows = cellsOf(text);
  const head = rows.slice(0, LOOK_FOR_HEAD).findIndex(isHead);
  if (head === -1) return { format: 'table', fault: 'no-header' };
  const columns = columnsIn(rows[head] ?? []);
  const filled = rows
    .map((cells, index) => ({ cells, line: index + 1 }))
    .slice(head + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length > MOST_ITEMS) return { format: 'table', fault: 'too-many' };
  const named = new Map<string, number>();
  let day = '';
  return {
    format: 'table',
    rows: filled.map(({ cells, line }) => {
      const cell = (column: Column) => (cells[columns.get(column) ?? -1] ?? '').slice(0, MOST_CELL).trim();
      // People leave the day out where it is the one above.
      day = cell('day') || day;
      const title = cell('title');
      const words = [title, cell('titleEn'), cell('organiser')].join('\n');
      const times = named.get(words) ?? 0;
      named.set(words, times + 1);
      const uid = cell('uid') || `${nameFor(words)}${times === 0 ? '' : `-${times + 1}`}`;
      const found: Found = {
        ...{ line, uid, title, titleEn: cell('titleEn') },
        ...spanOf(cell, day, zone, near.day),
        ...{ place: cell('place'), organiser: cell('organiser'), url: cell('url') },
      };
      return rowOf(found, near.at);
    }),
  };
}

/** Cells by row, as RFC 4180 has it: between quotes anything goes. Tabs separate where the first line has any. */
function cellsOf(text: string): string[][] {
  const [first = ''] = text.split('\n', 1);
  const mark = first.includes('\t') ? '\t' : first.includes(',') || !first.includes(';') ? ',' : ';';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === mark || char === '\n') {
      row.push(cell);
      cell = '';
      if (char === '\n') {
        rows.push(row);
        row = [];
      }
    } else if (char !== '\r') cell += char;
  }
  return cell !== '' || row.length > 0 ? [...rows, [...row, cell]] : rows;
}

function columnsIn(heads: readonly string[]): Map<Column, number> {
  const found = new Map<Column, number>();
  heads.slice(0, MOST_COLUMNS).forEach((head, at) => {
    const plain = head
      .slice(0, MOST_CLOCK)
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s()（）[\]・:：*※_/-]/gu, '');
    const column = (Object.keys(HEADS) as Column[]).find((one) => HEADS[one].test(plain));
    if (column && !found.has(column)) found.set(column, at);
  });
  return found;
}

function isHead(cells: readonly string[]): boolean {
  const columns = columnsIn(cells);
  return (columns.has('title') || columns.has('titleEn')) && (columns.has('start') || columns.has('time'));
}

type Span = { from: Date | RowFault; to: Date | RowFault };

function spanOf(cell: (column: Column) => string, day: string, zone: string, near: Day): Span {
  const time = (cell('start') || cell('time')).slice(0, MOST_CLOCK);
  const [first = '', second = ''] = time
    .normalize('NFKC')
    .split(/(?:[-–—―~〜～‐]|から|\bto\b)\s*(?=\D?\D?\d{1,2}(?:[:時.]|\s?[ap]\.?m))/iu);
  const start = momentIn(first, day, near);
  if ('code' in start) return { from: start, to: start };
  if ('at' in start) {
    const end = momentIn(cell('end'), day, near);
    return { from: start.at, to: 'at' in end ? end.at : minutesAfter(start.at, cell('minutes')) };
  }
  const from = instantAt(start.day, start.minute, zone, first);
  const last = (cell('end') || second).replace(/(?:まで|頃)$/u, '');
  if (last === '') return { from, to: from instanceof Date ? minutesAfter(from, cell('minutes')) : from };
  const end = momentIn(last, start.day, near);
  if ('code' in end) return { from, to: end };
  if ('at' in end) return { from, to: end.at };
  // Past midnight people write only the time.
  const over = end.day === start.day && end.minute <= start.minute && end.minute + 1_440 - start.minute <= 720;
  return { from, to: instantAt(end.day, end.minute + (over ? 1_440 : 0), zone, last) };
}

/** A day and a minute of it, or an instant where the text says its distance from UTC. */
function momentIn(typed: string, day: string, near: Day): { day: Day; minute: number } | { at: Date } | RowFault {
  const text = typed.slice(0, MOST_CLOCK).normalize('NFKC').trim();
  if (text === '') return { code: 'no-start' };
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text)) return { at: new Date(text) };
  const both = /^(\d.*?(?:日|\d)(?:\s?[([（].{1,3}[)\]）])?)[\sT]\s*((?:午前|午後)?\s?\d{1,2}\s?[:時].*)$/u.exec(text);
  const [date, clock] = both ? [both[1] ?? '', both[2] ?? ''] : [day, text];
  const found = /^\d{4}-\d\d-\d\d$/.test(date) ? date : dayIn(date, near);
  if (found === null) return { code: 'bad-day', value: date.slice(0, 40) };
  const minute = clockIn(clock);
  return minute === null ? { code: 'bad-time', value: clock.slice(0, 40) } : { day: found, minute };
}

function instantAt(day: Day, minute: number, zone: string, value: string): Date | RowFault {
  const two = (count: number) => String(count).padStart(2, '0');
  const date = addDays(day, Math.floor(minute / 1_440));
  const left = minute % 1_440;
  return instantOr(() => instantOf(date, `${two(Math.floor(left / 60))}:${two(left % 60)}`, zone), value.slice(0, 40));
}

function minutesAfter(from: Date, typed: string): Date | RowFault {
  const text = typed.slice(0, MOST_CLOCK).normalize('NFKC').trim();
  if (text === '') return { code: 'no-end' };
  const clock = /^(\d{1,2}):(\d\d)$/.exec(text) ?? /^(\d{1,2})時間(?:(\d{1,2})分)?$/.exec(text);
  const plain = /^(\d{1,4})\s?(?:分|min|minutes)?$/.exec(text);
  const minutes = clock ? Number(clock[1]) * 60 + Number(clock[2] ?? 0) : plain ? Number(plain[1]) : null;
  return minutes === null
    ? { code: 'bad-time', value: text.slice(0, 40) }
    : new Date(from.getTime() + minutes * 60_000);
}
