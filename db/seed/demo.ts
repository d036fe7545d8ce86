import type { Tx } from '#db/connect.ts';
import { makeAttention } from './demo-attention.ts';
import { makeBilaterals } from './demo-bilaterals.ts';
import { seedCalls } from './demo-calls.ts';
import { makeCounterparts } from './demo-cities.ts';
import { makeDelegations } from './demo-delegations.ts';
import { makeEvent, prepareEvent } from './demo-event.ts';
import { keepDemoIdentities } from './demo-identities.ts';
import { type EventFacts, type Making, type Member, must, type Organisation } from './demo-making.ts';
import { makePasses } from './demo-passes.ts';
import { makePast } from './demo-past.ts';
import { makeAccounts } from './demo-people.ts';
import { playAll } from './demo-play.ts';
import { seedPreparation } from './demo-preparation.ts';
import { makeReleases } from './demo-releases.ts';
import { collectRows } from './demo-rows.ts';
import { makeSessions } from './demo-sessions.ts';
import { makeOpenSpeaking } from './demo-speaking.ts';
import { chanceFrom, idsFrom } from './random.ts';

const SEED = 32;

/**
 * Fills a database that holds the reference data with the demonstration world: real members and cities, fictional
 * people. The same world each time; only what is sent by mail carries the wall clock (`realNow`).
 */
export async function seedDemo(
  tx: Tx,
  given: { passwordHash: string; appSecret: string; realNow: Date; id?: Making['id'] },
): Promise<void> {
  const { add, write } = collectRows();
  const making: Making = {
    add,
    id: given.id ?? idsFrom(SEED),
    chance: chanceFrom(SEED),
    members: await readMembers(tx),
    organisations: await readOrganisations(tx),
    events: await readEvents(tx),
    accounts: new Map(),
    internalDeadlines: [],
    realNow: given.realNow,
  };
  makeAccounts(making, given.passwordHash);
  const voices = makeCounterparts(making);
  const parts = makeEvent(making);
  const people = makeDelegations(making);
  const { sessions, asks } = makeSessions(making, parts, people, voices);
  const all = [
    ...makePast(making),
    ...makePasses(making, parts, people),
    ...asks,
    ...makeOpenSpeaking(making, people),
    ...makeBilaterals(making, parts, people, voices),
  ];
  const references = playAll(making, all);
  makeReleases(making, parts, sessions);
  makeAttention(making, must(making.events, 'cop32'), all, references);
  await prepareEvent(tx);
  await write(tx);
  await seedPreparation(tx, making, parts);
  await seedCalls(tx, making);
  await keepDemoIdentities(tx, given.appSecret);
}

async function readMembers(tx: Tx): Promise<Member[]> {
  const rows = await tx
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .select(['organisation.id', 'nameJa', 'nameEn', 'kana', 'headTitleJa', 'headTitleEn'])
    .orderBy('lgCode')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ja: row.nameJa,
    en: row.nameEn,
    kana: row.kana,
    slug: (row.nameEn.split(' ')[0] ?? '').toLowerCase(),
    headJa: row.headTitleJa,
    headEn: row.headTitleEn,
  }));
}

async function readOrganisations(tx: Tx): Promise<Map<string, Organisation>> {
  const rows = await tx.selectFrom('organisation').selectAll().orderBy('nameJa').execute();
  return new Map(
    rows.map(({ id, kind, nameJa, nameEn, countryJa, countryEn }) => [
      nameJa,
      { id, ja: nameJa, en: nameEn, isMember: kind === 'member', countryJa, countryEn },
    ]),
  );
}

async function readEvents(tx: Tx): Promise<Map<string, EventFacts>> {
  const rows = await tx
    .selectFrom('event')
    .select(['id', 'slug', 'shortName', 'startsOn', 'timeZone'])
    .select((eb) => eb.fn.coalesce('actualEndsOn', 'endsOn').as('endsOn'))
    .orderBy('slug')
    .execute();
  return new Map(rows.map((row) => [row.slug, row]));
}
