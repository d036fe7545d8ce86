import { sql } from 'kysely';
import type { Database } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { REQUEST_KINDS, type RequestKind, referenceOf } from '#shared/requests/kind-names.ts';
import { kindOf, parseDetails } from '#shared/requests/kinds.ts';
import { nobody } from '../database.ts';

export type AnEvent = { id: string; slug: string; timeZone: string };
export type AMember = { id: string; name: string };
export type ARequest = { id: string; memberId: string; eventId: string; version: number; reference: string };

const AT = new Date('2027-09-20T01:00:00Z');
let serial = 0;

/** COP32, or another one when a test needs two: 8 to 19 November 2027 in Addis Ababa, which is six hours behind Japan. */
export async function anEvent(database: Database, slug = 'cop32'): Promise<AnEvent> {
  const id = newId();
  await database.write(nobody, async (tx) => {
    const process = { id: 'unfccc', nameJa: '気候変動枠組条約', nameEn: 'UNFCCC' };
    await tx
      .insertInto('process')
      .values(process)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tx
      .insertInto('event')
      .values({
        ...{
          id,
          slug,
          processId: 'unfccc',
          shortName: slug.toUpperCase(),
          nameJa: '第32回締約国会議',
          nameEn: 'COP32',
        },
        ...{ cityJa: 'アディスアベバ', cityEn: 'Addis Ababa', countryJa: 'エチオピア', countryEn: 'Ethiopia' },
        ...{ startsOn: '2027-11-08', endsOn: '2027-11-19', timeZone: 'Africa/Addis_Ababa', phase: 'allotting' },
      })
      .execute();
  });
  return { id, slug, timeZone: 'Africa/Addis_Ababa' };
}

/** A fictional municipality. */
export async function aMember(database: Database, name = '青葉市'): Promise<AMember> {
  const id = newId();
  serial += 1;
  await database.write(nobody, async (tx) => {
    const organisation = { id, kind: 'member', nameJa: name, nameEn: `City ${serial}`, kana: name };
    await tx.insertInto('organisation').values(organisation).execute();
    await tx
      .insertInto('membership')
      .values({
        ...{ organisationId: id, lgCode: String(900_000 + (serial % 99_999)), cityClass: 'general_city' },
        ...{ prefectureJa: '試験県', prefectureEn: 'Test', population: 1000, populationAsOf: '2025' },
        ...{ headTitleJa: '市長', headTitleEn: 'Mayor' },
      })
      .execute();
  });
  return { id, name };
}

/** Delegates of a municipality to an event, on site for all of it; answers their ids in the order given. */
export async function someDelegates(
  database: Database,
  event: AnEvent,
  member: AMember,
  names: readonly string[],
): Promise<string[]> {
  const ids = names.map(() => newId());
  await database.write(nobody, async (tx) => {
    await tx
      .insertInto('delegation')
      .values({ id: newId(), eventId: event.id, memberId: member.id })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const { id: delegationId } = await tx
      .selectFrom('delegation')
      .select('id')
      .where('eventId', '=', event.id)
      .where('memberId', '=', member.id)
      .executeTakeFirstOrThrow();
    const rows = names.map((name, position) => ({
      ...{ id: ids[position] as string, delegationId, eventId: event.id, memberId: member.id, position },
      ...{ familyName: name, givenName: '花', familyKana: 'てすと', givenKana: 'はな', level: 'director' },
      ...{
        familyLatin: `TEST ${'ABCDEFGHIJ'[position % 10]}`,
        givenLatin: 'HANA',
        titleJa: '部長',
        titleEn: 'Director',
      },
      ...{ arrivesOn: '2027-11-08', leavesOn: '2027-11-19' },
    }));
    await tx.insertInto('delegate').values(rows).execute();
  });
  return ids;
}

/** A pool with its places. */
export async function aPool(
  database: Database,
  event: AnEvent,
  places: number,
  given: { zone?: 'blue' | 'green'; from?: string; to?: string; position?: number; name?: string } = {},
): Promise<string> {
  const id = newId();
  const { zone = 'blue', from = '2027-11-08', to = '2027-11-13', position = 0, name = 'ブルーゾーン 第1週' } = given;
  await database.write(nobody, async (tx) => {
    await tx
      .insertInto('passPool')
      .values({
        ...{
          id,
          eventId: event.id,
          route: 'iclei_observer',
          zone,
          nameJa: name,
          nameEn: `Pool ${zone}`,
          places,
          position,
        },
        days: sql`daterange(${from}::date, ${to}::date, '[]')`,
      })
      .execute();
    const rows = Array.from({ length: places }, (_, index) => ({ poolId: id, number: index + 1 }));
    if (rows.length > 0) await tx.insertInto('passPlace').values(rows).execute();
  });
  return id;
}

/** A sent request of any kind, with the answers given and the rest as if never touched. */
export async function aRequest(
  database: Database,
  event: AnEvent,
  member: AMember,
  kind: RequestKind,
  answers: Record<string, unknown>,
  given: { state?: string; stage?: string; submittedAt?: Date } = {},
): Promise<ARequest> {
  const id = newId();
  serial += 1;
  const number = serial + REQUEST_KINDS.indexOf(kind);
  const reference = referenceOf(event.slug.toUpperCase(), kind, number);
  const { state = 'approved', stage = null, submittedAt = AT } = given;
  const closed = ['completed', 'declined', 'withdrawn'].includes(state);
  const title = kindOf(kind).title(parseDetails(kind, answers).data);
  await database.write(nobody, async (tx) => {
    await tx
      .insertInto('request')
      .values({
        ...{ id, eventId: event.id, memberId: member.id, kind, state, stage, number, reference },
        ...{ titleJa: title.ja, titleEn: title.en, details: JSON.stringify(answers), turn: closed ? 'none' : 'desk' },
        ...{ dueAt: closed ? null : AT, riskAt: closed ? null : AT, closedAt: closed ? AT : null },
        ...{ submittedAt, createdAt: AT, updatedAt: AT },
      })
      .execute();
  });
  return { id, memberId: member.id, eventId: event.id, version: 1, reference };
}

/** A pass request for these people, all of the first week. */
export function aPassRequest(
  database: Database,
  event: AnEvent,
  member: AMember,
  delegateIds: readonly string[],
  given: { zone?: 'blue' | 'green' | 'any'; state?: string; submittedAt?: Date; reserves?: readonly string[] } = {},
): Promise<ARequest> {
  const person = (delegateId: string, reserve: boolean) => ({
    ...{ delegateId, from: '2027-11-08', to: '2027-11-13', reserve, elsewhere: false },
  });
  const people = [
    ...delegateIds.map((id) => person(id, false)),
    ...(given.reserves ?? []).map((id) => person(id, true)),
  ];
  return aRequest(database, event, member, 'pass', { zone: given.zone ?? 'blue', people, purpose: '視察' }, given);
}
