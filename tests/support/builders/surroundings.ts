import type { Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';

export const AT = new Date('2027-09-20T01:00:00Z');
export const DUE = new Date('2027-09-30T08:00:00Z');

/** What belongs to nobody in particular. */
export type Surroundings = {
  event: string;
  eventId: string;
  venue: string;
  room: string;
  spareRoom: string;
  deadline: string;
  window: string;
  pool: string;
  sparePool: string;
  counterpart: string;
  purge: string;
  hold: string;
  call: string;
  spareCall: string;
  outsideItem: string;
};

/** An event with a room, a pool and a deadline, and somebody to meet. */
export async function surroundings(tx: Tx): Promise<Surroundings> {
  const id = {
    eventId: newId(),
    venue: newId(),
    room: newId(),
    spareRoom: newId(),
    deadline: newId(),
    window: newId(),
    pool: newId(),
    sparePool: newId(),
    counterpart: newId(),
    purge: newId(),
    hold: newId(),
    call: newId(),
    spareCall: newId(),
    outsideItem: newId(),
  };
  const { eventId } = id;
  await tx.insertInto('process').values({ id: 'unfccc', nameJa: '条約', nameEn: 'Convention' }).execute();
  await tx
    .insertInto('event')
    .values({
      id: eventId,
      slug: 'cop32',
      processId: 'unfccc',
      shortName: 'COP32',
      nameJa: '会議',
      nameEn: 'Event',
      cityJa: '都市',
      cityEn: 'City',
      countryJa: '国',
      countryEn: 'Country',
      startsOn: '2027-11-08',
      endsOn: '2027-11-19',
      timeZone: 'Africa/Addis_Ababa',
      phase: 'programme',
    })
    .execute();
  await tx.insertInto('eventDay').values({ eventId, day: '2027-11-08' }).execute();
  await tx
    .insertInto('venue')
    .values({ id: id.venue, eventId, nameJa: '会場', nameEn: 'Venue', zone: 'blue', timeZone: 'Africa/Addis_Ababa' })
    .execute();
  const room = { eventId, venueId: id.venue, nameJa: '部屋', nameEn: 'Room', purpose: 'session' };
  await tx
    .insertInto('room')
    .values([
      { ...room, id: id.room, slug: 'main' },
      { ...room, id: id.spareRoom, slug: 'spare' },
    ])
    .execute();
  await tx
    .insertInto('deadline')
    .values({
      id: id.deadline,
      eventId,
      tier: 'internal',
      code: 'slides',
      nameJa: '締切',
      nameEn: 'Deadline',
      dueAt: DUE,
    })
    .execute();
  await tx
    .insertInto('requestWindow')
    .values({ id: id.window, eventId, kind: 'pass', opensAt: AT, closesAt: DUE })
    .execute();
  const pool = {
    eventId,
    route: 'iclei_observer',
    zone: 'blue',
    nameJa: '枠',
    nameEn: 'Pool',
    days: '[2027-11-08,2027-11-14)',
    places: 5,
  };
  await tx
    .insertInto('passPool')
    .values([
      { ...pool, id: id.pool },
      { ...pool, id: id.sparePool },
    ])
    .execute();
  await tx
    .insertInto('passPlace')
    .values([1, 2, 3, 4, 5].map((number) => ({ poolId: id.pool, number })))
    .execute();
  await tx
    .insertInto('organisation')
    .values({ id: id.counterpart, kind: 'city', nameJa: '先方市', nameEn: 'Counterpart' })
    .execute();
  const call = { eventId, titleJa: '募集', titleEn: 'Call', createdAt: AT };
  await tx
    .insertInto('call')
    .values([
      { ...call, id: id.call, roomId: id.room, opensAt: '2026-01-01T00:00:00Z', closesAt: DUE },
      { ...call, id: id.spareCall, opensAt: '2026-01-01T00:00:00Z', closesAt: AT },
    ])
    .execute();
  const criterion = { callId: id.call, position: 0, weight: 1, nameJa: '基準', nameEn: 'Criterion' };
  await tx
    .insertInto('callCriterion')
    .values({ id: newId(), ...criterion })
    .execute();
  await tx
    .insertInto('outsideItem')
    .values({
      ...{ id: id.outsideItem, eventId, source: '予定表', uid: 'a', titleJa: '予定', importedAt: AT },
      during: '[2027-11-11T06:00:00Z,2027-11-11T07:00:00Z)',
    })
    .execute();
  return { event: 'cop32', ...id };
}
