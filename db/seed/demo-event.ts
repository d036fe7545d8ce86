import { sql } from 'kysely';
import type { Tx } from '#db/connect.ts';
import type { Day } from '#shared/time.ts';
import { instantOf } from '#shared/time-zone.ts';
import { jst, type Making, must } from './demo-making.ts';

export type Room = {
  id: string;
  slug: string;
  nameJa: string;
  nameEn: string;
  area: string;
  capacity: number;
  purpose: 'session' | 'meeting';
  position: number;
};
export type Pool = { id: string; from: Day; to: Day; places: number };
export type PoolName = 'week1' | 'week2' | 'green' | 'crew';
export type EventParts = { rooms: Map<string, Room>; pools: Map<PoolName, Pool> };

const MADE = jst('2027-02-01', '10:00');
const THEMES = [
  ['08', '開幕', 'Opening'],
  ['09', '首脳級', 'Leaders'],
  ['10', '資金', 'Finance'],
  ['11', '都市・適応', 'Cities and adaptation'],
  ['12', 'エネルギー', 'Energy'],
  ['13', '若者', 'Youth'],
  ['14', '休会', 'Rest day'],
  ['15', '自然', 'Nature'],
  ['16', '資源循環', 'Circular economy'],
  ['17', '食・水', 'Food and water'],
  ['18', '交通', 'Transport'],
  ['19', '閉幕', 'Closing'],
] as const;
const ROOMS = [
  ['main', 'メインステージ', 'Main Stage', 'B2-14', 80, 'session'],
  ['workshop', 'ワークショップ室', 'Workshop Room', 'B2-15', 40, 'session'],
  ['dialogue', '対話コーナー', 'Dialogue Corner', 'B2-16', 24, 'session'],
  ['japan', 'ジャパン・パビリオン（共催）', 'Japan Pavilion (co-hosted)', 'C1-03', 60, 'session'],
  ['meeting-1', '会議室1', 'Meeting Room 1', 'B2-17', 6, 'meeting'],
  ['meeting-2', '会議室2', 'Meeting Room 2', 'B2-18', 10, 'meeting'],
] as const;
const POOLS = [
  ['week1', 'ブルーゾーン 第1週', 'Blue Zone, week 1', 'iclei_observer', 'blue', '2027-11-08', '2027-11-13', 44],
  ['week2', 'ブルーゾーン 第2週', 'Blue Zone, week 2', 'iclei_observer', 'blue', '2027-11-15', '2027-11-19', 40],
  ['green', 'グリーンゾーン', 'Green Zone', 'green_only', 'green', '2027-11-08', '2027-11-19', 90],
  ['crew', 'パビリオン運営証', 'Pavilion crew', 'pavilion_crew', 'blue', '2027-11-05', '2027-11-19', 14],
] as const;
/** Tier, code, kind, names, instant, and how the source printed it. The official ones say CET in months of summer time: the earlier reading counts. */
const DEADLINES = [
  [
    'official',
    'nomination_closes',
    'pass',
    'UNFCCC推薦の締切',
    'UNFCCC nomination closes',
    '2027-08-02T21:59:00Z',
    '2 August 2027, 23:59 CET',
  ],
  [
    'official',
    'names_close',
    'pass',
    'UNFCCC氏名登録の締切',
    'UNFCCC name registration closes',
    '2027-10-15T21:59:00Z',
    '15 October 2027, 23:59 CET',
  ],
  [
    'official',
    'confirmation_closes',
    'pass',
    'UNFCCC確定の締切',
    'UNFCCC confirmation closes',
    '2027-11-07T22:59:00Z',
    '7 November 2027, 23:59 CET',
  ],
  [
    'network',
    'confirmations_sent',
    'pass',
    '世界事務局への確定名簿の送付',
    'Confirmed names to the World Secretariat',
    '2027-10-11T15:00:00Z',
    '11 October 2027, 17:00 CEST',
  ],
  [
    'network',
    'programme_final',
    'speaking',
    '世界事務局へのプログラムの提出',
    'Programme to the World Secretariat',
    '2027-10-27T15:00:00Z',
    '27 October 2027, 17:00 CEST',
  ],
  [
    'internal',
    'names_final',
    'pass',
    'パス氏名変更の最終日',
    'Last day to change names',
    '2027-10-08T17:00:00+09:00',
    '',
  ],
  [
    'internal',
    'slides',
    'speaking',
    '登壇資料・登壇者情報',
    'Slides and speakers’ details',
    '2027-10-22T17:00:00+09:00',
    '',
  ],
  [
    'internal',
    'second_round',
    'bilateral',
    '会談の申請（第2回）',
    'Meeting requests, second round',
    '2027-10-29T17:00:00+09:00',
    '',
  ],
  ['internal', 'itinerary_final', null, '行程の最終確認', 'Itineraries final', '2027-11-01T17:00:00+09:00', ''],
  ['member', 'offers_answered', 'pass', 'パスの回答', 'Answers to pass offers', '2027-09-28T17:00:00+09:00', ''],
  [
    'member',
    'abstracts_en',
    'speaking',
    '英文要旨（登壇）',
    'English abstracts (speaking)',
    '2027-09-30T17:00:00+09:00',
    '',
  ],
  [
    'member',
    'proposals_answered',
    'bilateral',
    '会談候補の回答',
    'Answers to proposed meeting times',
    '2027-10-01T17:00:00+09:00',
    '',
  ],
] as const;
const WINDOWS = [
  ['pass', '2027-06-01', '2027-10-01'],
  ['speaking', '2027-06-15', '2027-10-08'],
  ['bilateral', '2027-07-01', '2027-10-15'],
] as const;

/** Days, rooms, deadlines, windows and pools of the coming COP. */
export function makeEvent({ add, id, events, internalDeadlines }: Making): EventParts {
  const event = must(events, 'cop32');
  const eventId = event.id;
  for (const [day, themeJa, themeEn] of THEMES) {
    add('eventDay', { eventId, day: `2027-11-${day}`, themeJa, themeEn, rest: day === '14' });
  }
  const blue = id(MADE);
  const zone = { eventId, timeZone: event.timeZone, version: 1 };
  add('venue', { id: blue, ...zone, nameJa: 'ブルーゾーン', nameEn: 'Blue Zone', zone: 'blue' });
  add('venue', { id: id(MADE), ...zone, nameJa: 'グリーンゾーン', nameEn: 'Green Zone', zone: 'green' });
  const rooms = new Map<string, Room>();
  ROOMS.forEach(([slug, nameJa, nameEn, area, capacity, purpose], position) => {
    const room = { id: id(MADE), slug, nameJa, nameEn, area, capacity, purpose, position };
    add('room', { ...room, eventId, venueId: blue, version: 1 });
    rooms.set(slug, room);
  });
  for (const [tier, code, kind, nameJa, nameEn, due, publishedLabel] of DEADLINES) {
    const dueAt = new Date(due);
    add('deadline', { id: id(MADE), eventId, tier, code, kind, nameJa, nameEn, dueAt, publishedLabel, version: 1 });
    if (tier === 'internal' && kind) internalDeadlines.push({ eventId, kind, dueAt });
  }
  for (const [kind, opens, closes] of WINDOWS) {
    const times = { opensAt: jst(opens, '09:00'), closesAt: jst(closes, '17:00') };
    add('requestWindow', { id: id(MADE), eventId, kind, ...times, late: 'mark', version: 1 });
  }
  return { rooms, pools: makePools(add, id, eventId) };
}

function makePools(add: Making['add'], id: Making['id'], eventId: string): Map<PoolName, Pool> {
  const pools = new Map<PoolName, Pool>();
  POOLS.forEach(([name, nameJa, nameEn, route, zone, from, to, places], position) => {
    const pool = { id: id(MADE), from, to, places };
    const days = `[${from},${to}]`;
    add('passPool', { id: pool.id, eventId, route, zone, nameJa, nameEn, days, places, position, version: 1 });
    for (let number = 1; number <= places; number += 1) add('passPlace', { poolId: pool.id, number });
    pools.set(name, pool);
  });
  return pools;
}

/** What the demonstration says of the coming COP beside its parts. */
export async function prepareEvent(tx: Tx): Promise<void> {
  await sql`update event set phase = 'programme', provisional = true,
    pavilion_ja = '自治体パビリオン', pavilion_en = 'Local Governments’ Pavilion' where slug = 'cop32'`.execute(tx);
}

/** An instant at the venue. */
export function atVenue({ events }: Pick<Making, 'events'>, day: Day, time: string): Date {
  return instantOf(day, time, must(events, 'cop32').timeZone);
}
