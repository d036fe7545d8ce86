import type { Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import events from './events.json' with { type: 'json' };
import members from './members.json' with { type: 'json' };
import { OFFICES, PROCESSES } from './processes.ts';

/**
 * What every installation begins with: processes, the 27 members, ICLEI's offices and the events; no people.
 * `nextId` lets the demonstration have the same ids each time.
 */
export async function seedReference(tx: Tx, nextId: () => string = newId): Promise<void> {
  await tx
    .insertInto('process')
    .values(
      PROCESSES.map(({ ja, en, steps, ...flags }) => ({
        ...flags,
        nameJa: ja,
        nameEn: en,
        steps: JSON.stringify(steps),
      })),
    )
    .execute();
  await seedMembers(tx, nextId);
  await tx
    .insertInto('organisation')
    .values(
      OFFICES.map(([nameJa, nameEn, countryJa, countryEn, timeZone]) => ({
        id: nextId(),
        kind: 'office',
        nameJa,
        nameEn,
        countryJa,
        countryEn,
        timeZone,
      })),
    )
    .execute();
  await tx
    .insertInto('event')
    .values(
      events.map((one) => ({
        id: nextId(),
        slug: one.slug,
        processId: one.process,
        number: one.number,
        shortName: one.short,
        nameJa: one.ja,
        nameEn: one.en,
        cityJa: one.cityJa,
        cityEn: one.cityEn,
        countryJa: one.countryJa,
        countryEn: one.countryEn,
        venueJa: one.venueJa,
        venueEn: one.venueEn,
        startsOn: one.startsOn,
        endsOn: one.endsOn,
        actualEndsOn: one.actualEndsOn,
        provisional: one.provisional,
        timeZone: one.timeZone,
        phase: one.phase,
      })),
    )
    .execute();
}

async function seedMembers(tx: Tx, nextId: () => string): Promise<void> {
  const rows = members.map((member) => ({ ...member, id: nextId() }));
  await tx
    .insertInto('organisation')
    .values(
      rows.map((one) => ({
        id: one.id,
        kind: 'member',
        nameJa: one.ja,
        nameEn: one.en,
        kana: one.kana,
        formalNameEn: one.formalEn,
        countryJa: '日本',
        countryEn: 'Japan',
        timeZone: 'Asia/Tokyo',
      })),
    )
    .execute();
  await tx
    .insertInto('membership')
    .values(
      rows.map((one) => ({
        organisationId: one.id,
        lgCode: one.code,
        cityClass: one.cityClass,
        prefectureJa: one.prefectureJa,
        prefectureEn: one.prefectureEn,
        population: one.population,
        populationAsOf: one.populationAsOf,
        feeBandJpy: one.feeBandJpy,
        feeBasis: 'by population as of the date given; to be confirmed by the office',
        headTitleJa: one.headJa,
        headTitleEn: one.headEn,
      })),
    )
    .execute();
}
