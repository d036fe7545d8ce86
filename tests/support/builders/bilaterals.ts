import type { Database } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { nobody } from '../database.ts';
import { type AMember, type AnEvent, type ARequest, aRequest } from './passes.ts';

/** A city abroad. */
export async function aCounterpart(database: Database, nameEn = 'Surabaya'): Promise<string> {
  const id = newId();
  await database.write(nobody, async (tx) => {
    await tx
      .insertInto('organisation')
      .values({
        ...{ id, kind: 'city', nameJa: 'スラバヤ市', nameEn, countryJa: 'インドネシア', countryEn: 'Indonesia' },
        timeZone: 'Asia/Jakarta',
      })
      .execute();
  });
  return id;
}

/** A request to meet Surabaya, with these people as the party. */
export function aBilateralRequest(
  database: Database,
  event: AnEvent,
  member: AMember,
  delegateIds: readonly string[],
  given: { state?: string; submittedAt?: Date } = {},
): Promise<ARequest> {
  return aRequest(
    database,
    event,
    member,
    'bilateral',
    {
      ...{
        counterpartKind: 'city',
        counterpartName: 'スラバヤ市',
        counterpartCountry: 'インドネシア',
        purpose: '交流',
      },
      ...{ people: delegateIds, minutes: 45, windows: [{ day: '2027-11-11', from: '10:00', to: '12:00' }] },
    },
    given,
  );
}
