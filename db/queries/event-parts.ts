import type { Db, Tx } from '#db/connect.ts';

export type VenueRow = {
  id: string;
  eventId: string;
  nameJa: string;
  nameEn: string;
  zone: string;
  timeZone: string;
  version: number;
};
export type RoomRow = {
  id: string;
  eventId: string;
  venueId: string;
  slug: string;
  nameJa: string;
  nameEn: string;
  area: string;
  capacity: number | null;
  purpose: string;
  position: number;
  timeZone: string;
  version: number;
};
export type DeadlineRow = {
  id: string;
  eventId: string;
  tier: string;
  code: string;
  kind: string | null;
  nameJa: string;
  nameEn: string;
  dueAt: Date;
  publishedLabel: string;
  version: number;
};
export type WindowRow = {
  id: string;
  eventId: string;
  kind: string;
  opensAt: Date;
  closesAt: Date;
  late: string;
  version: number;
};
/** The kinds of part that are plain rows with a version of their own. */
export type Part = 'venue' | 'room' | 'deadline' | 'requestWindow';
export type New<Row extends { version: number }> = Omit<Row, 'version' | 'timeZone'>;

const WINDOW = ['id', 'eventId', 'kind', 'opensAt', 'closesAt', 'late', 'version'] as const;
const DEADLINE = [
  ...['id', 'eventId', 'tier', 'code', 'kind', 'nameJa', 'nameEn', 'dueAt', 'publishedLabel', 'version'],
] as const as readonly (keyof DeadlineRow)[];

function venues(db: Db) {
  return db.selectFrom('venue').select(['id', 'eventId', 'nameJa', 'nameEn', 'zone', 'timeZone', 'version']);
}

/** Rooms with their venue's time zone. */
function rooms(db: Db) {
  return db
    .selectFrom('room')
    .innerJoin('venue', 'venue.id', 'room.venueId')
    .select(['room.id', 'room.eventId', 'room.venueId', 'room.slug', 'room.nameJa', 'room.nameEn', 'room.area'])
    .select(['room.capacity', 'room.purpose', 'room.position', 'venue.timeZone', 'room.version']);
}

export function listVenues(db: Db, eventId: string): Promise<VenueRow[]> {
  return venues(db).where('eventId', '=', eventId).orderBy('id').execute();
}
export function listRooms(db: Db, eventId: string): Promise<RoomRow[]> {
  return rooms(db).where('room.eventId', '=', eventId).orderBy('room.position').orderBy('room.id').execute();
}
export function listDeadlines(db: Db, eventId: string): Promise<DeadlineRow[]> {
  const query = db.selectFrom('deadline').select(DEADLINE).where('eventId', '=', eventId);
  return query.orderBy('dueAt').orderBy('id').execute();
}
export function listWindows(db: Db, eventId: string): Promise<WindowRow[]> {
  return db.selectFrom('requestWindow').select(WINDOW).where('eventId', '=', eventId).orderBy('kind').execute();
}

/** One of each, locked when it is about to change; undefined when there is none with this id. */
export function findVenue(tx: Tx, id: string): Promise<VenueRow | undefined> {
  return venues(tx).where('id', '=', id).forUpdate().executeTakeFirst();
}
export function findRoom(tx: Tx, id: string): Promise<RoomRow | undefined> {
  return rooms(tx).where('room.id', '=', id).forUpdate('room').executeTakeFirst();
}
export function findDeadline(tx: Tx, id: string): Promise<DeadlineRow | undefined> {
  return tx.selectFrom('deadline').select(DEADLINE).where('id', '=', id).forUpdate().executeTakeFirst();
}
export function findWindow(tx: Tx, id: string): Promise<WindowRow | undefined> {
  return tx.selectFrom('requestWindow').select(WINDOW).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Whether a venue belongs to an event. */
export async function venueIsOf(db: Db, eventId: string, id: string): Promise<boolean> {
  return (await venues(db).where('id', '=', id).where('eventId', '=', eventId).executeTakeFirst()) !== undefined;
}

export async function insertVenue(tx: Tx, row: Omit<VenueRow, 'version'>): Promise<void> {
  await tx.insertInto('venue').values(row).execute();
}
/** 23505 when the event has a room of this slug. */
export async function insertRoom(tx: Tx, row: New<RoomRow>): Promise<void> {
  await tx.insertInto('room').values(row).execute();
}
export async function insertDeadline(tx: Tx, row: New<DeadlineRow>): Promise<void> {
  await tx.insertInto('deadline').values(row).execute();
}
/** 23505 when the event has a window for this kind. */
export async function insertWindow(tx: Tx, row: New<WindowRow>): Promise<void> {
  await tx.insertInto('requestWindow').values(row).execute();
}

type Change<Row extends { version: number }> = Partial<Omit<Row, 'id' | 'eventId'>> & { version: number };

export async function updateVenue(tx: Tx, id: string, change: Change<VenueRow>): Promise<void> {
  await tx.updateTable('venue').set(change).where('id', '=', id).execute();
}
export async function updateRoom(tx: Tx, id: string, change: Omit<Change<RoomRow>, 'timeZone'>): Promise<void> {
  await tx.updateTable('room').set(change).where('id', '=', id).execute();
}
export async function updateDeadline(tx: Tx, id: string, change: Change<DeadlineRow>): Promise<void> {
  await tx.updateTable('deadline').set(change).where('id', '=', id).execute();
}
export async function updateWindow(tx: Tx, id: string, change: Change<WindowRow>): Promise<void> {
  await tx.updateTable('requestWindow').set(change).where('id', '=', id).execute();
}

/** Removes one; 23503 while something points to it. */
export async function deletePart(tx: Tx, part: Part, id: string): Promise<void> {
  await tx.deleteFrom(part).where('id', '=', id).execute();
}
