import { sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import type { Bilingual } from '#shared/lang.ts';
import type { OutsideRead } from '#shared/schedule/outside-item.ts';
import type { KnownItem } from '#shared/schedule/outside-match.ts';

export type OutsideRow = {
  id: string;
  eventId: string;
  source: string;
  titleJa: string;
  titleEn: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  place: string;
  venueId: string | null;
  url: string;
  organiser: string;
  edited: boolean;
  version: number;
  attending: { delegateId: string; member: Bilingual }[];
};
export type OutsideFilter = {
  source?: string | undefined;
  /** Half-open. */
  between?: { from: Date; to: Date } | undefined;
  q?: string | undefined;
  after?: { startsAt: string; id: string } | undefined;
  id?: string | undefined;
};

/** Entries by time, with who of ours goes there; removed people go nowhere. One query, however many there are. */
export async function outsideItems(db: Db, eventId: string | null, filter: OutsideFilter, limit: number) {
  const pattern = filter.q ? `%${filter.q.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null;
  const { rows } = await sql<OutsideRow>`
    select o.id, o.event_id, o.source, o.title_ja, o.title_en, lower(o.during) as starts_at, upper(o.during) as ends_at,
      coalesce(v.time_zone, e.time_zone) as time_zone, o.place, o.venue_id, o.url, o.organiser, o.edited, o.version,
      coalesce((select json_agg(json_build_object('delegateId', d.id,
          'member', json_build_object('ja', m.name_ja, 'en', m.name_en)) order by m.kana, d.position, d.id)
        from outside_attendance a join delegate d on d.id = a.delegate_id and d.removed_at is null
        join organisation m on m.id = d.member_id where a.item_id = o.id), '[]') as attending
    from outside_item o join event e on e.id = o.event_id left join venue v on v.id = o.venue_id
    where ${eventId === null ? sql`true` : sql`o.event_id = ${eventId}::uuid`}
      ${filter.id ? sql`and o.id = ${filter.id}::uuid` : sql``}
      ${filter.source ? sql`and o.source = ${filter.source}` : sql``}
      ${filter.between ? sql`and lower(o.during) >= ${filter.between.from} and lower(o.during) < ${filter.between.to}` : sql``}
      ${
        pattern
          ? sql`and (o.title_ja ilike ${pattern} or o.title_en ilike ${pattern} or o.place ilike ${pattern} or o.organiser ilike ${pattern})`
          : sql``
      }
      ${filter.after ? sql`and (lower(o.during), o.id) > (${filter.after.startsAt}::timestamptz, ${filter.after.id}::uuid)` : sql``}
    order by lower(o.during), o.id limit ${limit}`.execute(db);
  return rows;
}

/** The timetables that were read in, by name: how many entries there are, and when they were last read. */
export async function outsideSources(db: Db, eventId: string) {
  return db
    .selectFrom('outsideItem')
    .select('source as name')
    .select((eb) => [eb.fn.countAll<number>().as('items'), eb.fn.max('importedAt').as('importedAt')])
    .where('eventId', '=', eventId)
    .groupBy('source')
    .orderBy('source')
    .execute();
}

/** What was taken in from one timetable before. */
export async function knownItems(db: Db, eventId: string, source: string): Promise<KnownItem[]> {
  const { rows } = await sql<{
    id: string;
    uid: string;
    titleJa: string;
    titleEn: string;
    startsAt: Date;
    endsAt: Date;
    place: string;
    url: string;
    organiser: string;
    edited: boolean;
    version: number;
  }>`select id, uid, title_ja, title_en, lower(during) as starts_at, upper(during) as ends_at, place, url, organiser,
      edited, version
    from outside_item where event_id = ${eventId} and source = ${source} order by id`.execute(db);
  return rows.map(({ titleJa, titleEn, startsAt, endsAt, ...row }) => ({
    ...row,
    ...{ title: { ja: titleJa, en: titleEn }, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
  }));
}

/** Locks the event, so that one timetable is taken in at a time. */
export async function lockEventForImport(tx: Tx, eventId: string): Promise<void> {
  await tx.selectFrom('event').select('id').where('id', '=', eventId).forUpdate().execute();
}

export type ItemToWrite = OutsideRead & { id: string };

/** Writes entries of a timetable: new ones, and those known by their names with what is said of them now. */
export async function writeItems(
  tx: Tx,
  of: { eventId: string; source: string; importedAt: Date },
  items: readonly ItemToWrite[],
): Promise<void> {
  // A message to the database holds so many values and no more.
  for (let at = 0; at < items.length; at += 500) {
    const rows = items.slice(at, at + 500).map(({ id, uid, title, startsAt, endsAt, place, url, organiser }) => ({
      ...{ id, ...of, uid, titleJa: title.ja, titleEn: title.en, place, url, organiser },
      during: sql<string>`tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz, '[)')`,
    }));
    await tx
      .insertInto('outsideItem')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['eventId', 'source', 'uid']).doUpdateSet((eb) => ({
          titleJa: eb.ref('excluded.titleJa'),
          titleEn: eb.ref('excluded.titleEn'),
          during: eb.ref('excluded.during'),
          place: eb.ref('excluded.place'),
          url: eb.ref('excluded.url'),
          organiser: eb.ref('excluded.organiser'),
          importedAt: eb.ref('excluded.importedAt'),
          version: eb('outsideItem.version', '+', 1),
        })),
      )
      .execute();
  }
}

/** Says of a whole timetable that it was read in now, also where it said nothing new. */
export async function touchSource(tx: Tx, eventId: string, source: string, importedAt: Date): Promise<void> {
  await tx
    .updateTable('outsideItem')
    .set({ importedAt })
    .where('eventId', '=', eventId)
    .where('source', '=', source)
    .execute();
}

export async function removeItems(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await tx
      .deleteFrom('outsideItem')
      .where('id', 'in', [...ids])
      .execute();
}

/** Locks one entry against other changes; false when there is none. */
export async function lockItem(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.selectFrom('outsideItem').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
  return row !== undefined;
}

export type ItemColumns = Omit<OutsideRead, 'uid'> & { venueId: string | null };

/** Changes a locked entry by hand; `contents` says whether more than who goes there has changed. */
export async function changeItem(tx: Tx, id: string, item: ItemColumns, version: number, contents: boolean) {
  const { title, startsAt, endsAt, ...rest } = item;
  await tx
    .updateTable('outsideItem')
    .set({
      ...{ ...rest, titleJa: title.ja, titleEn: title.en, version },
      during: sql<string>`tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz, '[)')`,
      ...(contents ? { edited: true } : {}),
    })
    .where('id', '=', id)
    .execute();
}

/** Says who of ours goes to a locked entry. */
export async function keepAttendance(
  tx: Tx,
  itemId: string,
  people: readonly { id: string; memberId: string }[],
): Promise<void> {
  await tx.deleteFrom('outsideAttendance').where('itemId', '=', itemId).execute();
  const rows = people.map(({ id, memberId }) => ({ itemId, delegateId: id, memberId }));
  if (rows.length > 0) await tx.insertInto('outsideAttendance').values(rows).execute();
}
