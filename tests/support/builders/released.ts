import { newId } from '#db/id.ts';
import { insertRelease } from '#db/queries/releases.ts';
import type { PublicSession } from '#shared/schedule/contract.ts';
import { nobody } from '../database.ts';
import type { World } from '../world.ts';

export const ROOMS: PublicSession['room'][] = [
  ['main', 'メインステージ', 'Main room', 'B2-14', 80],
  ['workshop', 'ワークショップ室', 'Workshop room', 'B2-15', 40],
  ['dialogue', '対話コーナー', 'Dialogue corner', 'B2-16', 24],
  ['japan', 'ジャパン・パビリオン（共催）', 'Japan Pavilion (joint)', 'C1-03', 60],
].map(([slug, ja, en, area, capacity], position) => ({
  id: newId(),
  slug,
  name: { ja, en },
  area,
  capacity,
  position,
  timeZone: 'Africa/Addis_Ababa',
})) as PublicSession['room'][];

type Wish = Partial<Omit<PublicSession, 'startsAt' | 'endsAt' | 'title' | 'room'>> & {
  at?: string;
  minutes?: number;
  ja?: string;
  en?: string;
  room?: number;
};

/** A session as a release keeps it; `at` is the venue's clock (UTC+3). */
export function released(wish: Wish = {}): PublicSession {
  const {
    at = '14:00',
    minutes = 60,
    ja = '雨をためて使うまち',
    en = 'A city that keeps its rain',
    room = 0,
    ...rest
  } = wish;
  const day = rest.day ?? '2027-11-11';
  const from = Date.parse(`${day}T${at.padStart(5, '0')}:00+03:00`);
  return {
    id: newId() as PublicSession['id'],
    day,
    room: ROOMS[room] as PublicSession['room'],
    startsAt: new Date(from).toISOString(),
    endsAt: new Date(from + minutes * 60_000).toISOString(),
    title: { ja, en },
    abstract: { ja: '雨水を地下にため、日々の水やりと災害時の水に使います。', en: 'Rain is kept below ground.' },
    theme: 'adaptation',
    format: 'panel',
    language: 'ja_en',
    interpretation: 'simultaneous',
    state: 'planned',
    hosts: [
      {
        id: newId() as PublicSession['hosts'][number]['id'],
        name: { ja: '墨田区', en: 'Sumida City' },
        isMember: true,
        role: 'host',
      },
    ],
    speakers: [
      {
        name: { ja: '水野 汀', en: 'MIZUNO Nagisa' },
        title: { ja: '環境担当部長', en: 'Director for environment' },
        organisation: { ja: '墨田区', en: 'Sumida City' },
        role: 'speaker',
      },
    ],
    streamUrl: null,
    notices: { noPhoto: false, noRecording: false },
    ...rest,
  };
}

/** Writes a release as it stands; it never changes afterwards. */
export async function release(
  world: World,
  eventId: string,
  sessions: readonly PublicSession[],
  at = new Date('2027-10-20T01:00:00Z'),
) {
  return world.database.write(nobody, (tx) =>
    insertRelease(tx, { eventId, commentJa: '', commentEn: '', releasedAt: at, releasedBy: null }, sessions),
  );
}
