import { addDays, type Day } from '#shared/time.ts';
import more from './demo-more-session-texts.json' with { type: 'json' };
import base from './demo-session-texts.json' with { type: 'json' };

/** A session’s words, hosts and length. */
export type Text = (typeof base)[number];
export type Slot = { room: string; day: Day; time: string };
export type Placed = { text: Text; slot: Slot | null };

const texts: readonly Text[] = [...base, ...more];
const day = (number: number): Day => addDays('2027-11-01', number - 1);

/** The sessions that everybody looks at first: room, day of November, time, beginning of the title. */
const FIXED = [
  ['main', 8, '10:30', '開会'],
  ['main', 8, '11:45', '開幕対話'],
  ['main', 11, '10:30', '都市がつなぐ資源循環'],
  ['main', 11, '11:45', '積雪寒冷地'],
  ['main', 11, '14:00', '水を味方に'],
  ['main', 11, '15:15', '自治体気候資金'],
  ['main', 11, '16:30', '首長対話'],
  ['workshop', 11, '09:30', '実習：温室効果'],
  ['workshop', 11, '11:30', '健康で省エネ'],
  ['workshop', 11, '13:30', 'ESDと'],
  ['workshop', 11, '15:30', '復興と'],
  ['workshop', 11, '16:45', '実習：歩いて'],
  ['dialogue', 11, '10:00', 'トキと'],
  ['dialogue', 11, '10:45', '緑のカーテン'],
  ['dialogue', 11, '11:30', '太陽光と次世代'],
  ['dialogue', 11, '13:00', 'まちの真ん中'],
  ['dialogue', 11, '14:15', 'COP10から'],
  ['dialogue', 11, '15:00', 'ユース対話'],
  ['dialogue', 11, '15:45', '震災の経験'],
  ['dialogue', 11, '16:30', '島ごと'],
  ['japan', 11, '10:00', '住宅太陽光'],
  ['japan', 11, '11:15', 'GREEN×EXPO'],
  ['japan', 11, '13:00', '国と自治体'],
  ['japan', 11, '14:30', '平和と気候'],
  ['japan', 11, '16:00', '港湾都市'],
  ['main', 19, '15:15', '共同の約束'],
  ['main', 19, '16:30', '閉会'],
] as const;
/** Agreed, but still without a room and a time. */
const UNPLACED =
  '豪雨に備える 気候市民会議から 区役所から 都市の森と 捨てない給食 県民出資 姉妹都市で 布と服を 量り売り'.split(' ');
/** Asked for, and not looked at yet: no session of it exists. */
const NOT_YET = '森林バイオマス';
const RECEPTIONS = [9, 11, 15, 18];
const DAYS = [8, 9, 10, 11, 12, 13, 15, 16, 17, 18, 19];
/** On which days a theme fits. */
const THEME_DAYS: Readonly<Record<string, readonly number[]>> = {
  energy: [12, 18, 19],
  adaptation: [17, 9, 10, 8],
  nature: [15],
  circular: [16, 17, 19],
  finance: [10, 9],
  youth: [13],
};
const LONG = ['main 11:45', 'japan 13:00', 'main 14:00', 'workshop 11:30', 'japan 14:30', 'main 15:15', 'japan 10:00'];
const SHORT = ['dialogue 11:30', 'main 13:00', 'dialogue 13:00', 'workshop 10:00', 'dialogue 14:15', 'japan 11:15'];

/** The programme as drafted: every session with its room and time, or without when it has none yet. */
export function draftProgramme(): Placed[] {
  const placed: Placed[] = FIXED.map(([room, date, time, title]) => ({
    text: textOf(title),
    slot: { room, day: day(date), time },
  }));
  for (const date of DAYS) {
    placed.push({ text: textOf('朝の見どころ'), slot: { room: 'main', day: day(date), time: '09:30' } });
    placed.push({ text: textOf('今日のまとめ'), slot: { room: 'dialogue', day: day(date), time: '18:00' } });
    if (!RECEPTIONS.includes(date)) continue;
    placed.push({ text: textOf('自治体レセプション'), slot: { room: 'main', day: day(date), time: '17:45' } });
  }
  for (const title of UNPLACED) placed.push({ text: textOf(title), slot: null });
  const known = new Set(placed.map(({ text }) => text));
  for (const text of texts.filter((one) => !known.has(one) && !one.ja.startsWith(NOT_YET))) {
    placed.push({ text, slot: slotFor(text, placed) });
  }
  return placed;
}

/** The words of the session whose Japanese title begins so. */
export function textOf(title: string): Text {
  const text = texts.find((one) => one.ja.startsWith(title));
  if (!text) throw new Error(`the demonstration has no session ${title}`);
  return text;
}

/** The first free slot on the emptiest day of the theme at which no host is busy elsewhere. */
function slotFor(text: Text, placed: readonly Placed[]): Slot {
  const load = (date: number) => placed.filter(({ slot }) => slot?.day === day(date)).length;
  const dates = [...(THEME_DAYS[text.theme] ?? DAYS)].sort((a, b) => load(a) - load(b));
  const [first, second] = text.minutes > 45 ? [LONG, SHORT] : [SHORT, LONG];
  const choices = text.minutes > 60 ? ['workshop 13:30', 'workshop 15:30'] : [...first, ...second];
  for (const date of dates) {
    for (const choice of choices) {
      const [room = '', time = ''] = choice.split(' ');
      const slot = { room, day: day(date), time };
      if (!placed.some((other) => clashes({ text, slot }, other))) return slot;
    }
  }
  throw new Error(`no slot left for ${text.en}`);
}

function clashes(one: { text: Text; slot: Slot }, other: Placed): boolean {
  if (other.slot === null || other.slot.day !== one.slot.day) return false;
  const [a, b] = [minutesOf(one.slot.time), minutesOf(other.slot.time)];
  if (a >= b + other.text.minutes || b >= a + one.text.minutes) return false;
  const sameRoom = one.slot.room === other.slot.room;
  return sameRoom || one.text.hosts.some((host) => other.text.hosts.includes(host));
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
