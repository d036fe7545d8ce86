import { newId } from '#db/id.ts';
import { nobody } from './database.ts';
import type { World } from './world.ts';

type NewEvent = { slug?: string; startsOn?: string; endsOn?: string; phase?: string };

/** An event with nothing in it, and the process it belongs to. Answers its id. */
export async function addEvent(world: World, event: NewEvent = {}): Promise<string> {
  const id = newId();
  const { slug = 'cop32', startsOn = '2027-11-08', endsOn = '2027-11-19', phase = 'collecting' } = event;
  await world.database.write(nobody, async (tx) => {
    await tx
      .insertInto('process')
      .values({ id: 'unfccc', nameJa: '気候変動枠組条約', nameEn: 'UNFCCC', steps: JSON.stringify([]) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tx
      .insertInto('event')
      .values({
        ...{ id, slug, startsOn, endsOn, phase, processId: 'unfccc', shortName: slug.toUpperCase() },
        ...{ nameJa: '試験会議', nameEn: 'Test COP', cityJa: 'アディスアベバ', cityEn: 'Addis Ababa' },
        ...{ countryJa: 'エチオピア', countryEn: 'Ethiopia', timeZone: 'Africa/Addis_Ababa' },
      })
      .execute();
  });
  return id;
}

export const name = { ja: '名前', en: 'Name' };
export const venueInput = { name, zone: 'blue', timeZone: 'Africa/Addis_Ababa' };
export const roomInput = (venueId: string, slug = 'room-a') => ({
  ...{ venueId, slug, name, area: 'A', capacity: 40, purpose: 'session', position: 1 },
});
export const deadlineInput = {
  ...{ tier: 'internal', code: 'survey', kind: 'pass', name, dueAt: '2027-09-30T17:00:00+09:00' },
  publishedLabel: '30 Sep',
};
export const windowInput = {
  ...{ kind: 'pass', opensAt: '2027-06-01T00:00:00Z', closesAt: '2027-09-30T08:00:00Z', late: 'mark' },
};
export const poolInput = {
  ...{ route: 'iclei_observer', zone: 'blue', name, from: '2027-11-08', to: '2027-11-19', places: 3, position: 1 },
};
