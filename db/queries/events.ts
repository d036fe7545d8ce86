import type { Db, Tx } from '#db/connect.ts';

const ROW = [
  'event.id',
  'event.slug',
  'event.processId',
  'event.shortName',
  'event.nameJa',
  'event.nameEn',
  'event.cityJa',
  'event.cityEn',
  'event.countryJa',
  'event.countryEn',
  'event.startsOn',
  'event.endsOn',
  'event.actualEndsOn',
  'event.provisional',
  'event.timeZone',
  'event.phase',
] as const;

/** All events, the latest first. */
export function listEvents(db: Db) {
  return db.selectFrom('event').select(ROW).orderBy('startsOn', 'desc').orderBy('id', 'desc').execute();
}
export type EventListRow = Awaited<ReturnType<typeof listEvents>>[number];

/** The processes an event can belong to, in the order of their ids. */
export function listProcesses(db: Db) {
  return db.selectFrom('process').select(['id', 'nameJa', 'nameEn']).orderBy('id').execute();
}
export type ProcessRow = Awaited<ReturnType<typeof listProcesses>>[number];

/** The id of the event with a slug, or undefined. */
export async function findEventId(db: Db, slug: string): Promise<string | undefined> {
  const row = await db.selectFrom('event').select('id').where('slug', '=', slug).executeTakeFirst();
  return row?.id;
}

/** Locks an event so that its version holds until the end; answers its id, version and phase, or undefined. */
export function lockEvent(tx: Tx, slug: string) {
  return tx
    .selectFrom('event')
    .select(['id', 'version', 'phase'])
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirst();
}

/** One event with the process it belongs to, or undefined. */
export function findEvent(db: Db, slug: string) {
  return db
    .selectFrom('event')
    .innerJoin('process', 'process.id', 'event.processId')
    .select([
      ...ROW,
      'event.number',
      'event.venueJa',
      'event.venueEn',
      'event.pavilionJa',
      'event.pavilionEn',
      'event.passportMonths',
      'event.notesJa',
      'event.notesEn',
      'event.version',
      'process.nameJa as processNameJa',
      'process.nameEn as processNameEn',
      'process.registrationSystem',
      'process.hasQuota',
      'process.needsLetter',
      'process.individualRegistration',
      'process.onSiteRegistration',
      'process.steps',
    ])
    .where('slug', '=', slug)
    .executeTakeFirst();
}
export type EventDetailRow = NonNullable<Awaited<ReturnType<typeof findEvent>>>;

export type EventChange = {
  shortName: string;
  nameJa: string;
  nameEn: string;
  cityJa: string;
  cityEn: string;
  countryJa: string;
  countryEn: string;
  venueJa: string;
  venueEn: string;
  pavilionJa: string;
  pavilionEn: string;
  startsOn: string;
  endsOn: string;
  actualEndsOn: string | null;
  provisional: boolean;
  timeZone: string;
  passportMonths: number;
  phase: string;
  notesJa: string;
  notesEn: string;
};

export type NewEvent = EventChange & { id: string; slug: string; processId: string };

/** Inserts an event; false when there is one of that slug already. */
export async function insertEvent(tx: Tx, event: NewEvent): Promise<boolean> {
  const row = await tx
    .insertInto('event')
    .values(event)
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Changes a locked event and counts its version up. */
export async function updateEvent(tx: Tx, id: string, change: Partial<EventChange>): Promise<void> {
  await tx
    .updateTable('event')
    .set(change)
    .set((set) => ({ version: set('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** The days of an event's programme, in order. */
export function listDays(db: Db, eventId: string) {
  return db
    .selectFrom('eventDay')
    .select(['day', 'themeJa', 'themeEn', 'rest'])
    .where('eventId', '=', eventId)
    .orderBy('day')
    .execute();
}
export type DayRow = Awaited<ReturnType<typeof listDays>>[number];

/** Puts days in the place of all the days an event had. */
export async function replaceDays(tx: Tx, eventId: string, days: DayRow[]): Promise<void> {
  await tx.deleteFrom('eventDay').where('eventId', '=', eventId).execute();
  if (days.length === 0) return;
  await tx
    .insertInto('eventDay')
    .values(days.map((day) => ({ ...day, eventId })))
    .execute();
}
