import type { MemberRow, OrganisationColumns, OrganisationRow } from '#db/queries/organisations.ts';
import { type Actor, isOffice } from '#shared/actor.ts';
import type { OrganisationId } from '#shared/ids.ts';
import type { MemberView, OrganisationInput, OrganisationView } from '#shared/organisations/contract.ts';

export function presentOrganisation(row: OrganisationRow): OrganisationView {
  return {
    id: row.id as OrganisationId,
    kind: row.kind as OrganisationView['kind'],
    name: { ja: row.nameJa, en: row.nameEn },
    kana: row.kana,
    country: { ja: row.countryJa, en: row.countryEn },
    timeZone: row.timeZone,
    version: row.version,
  };
}

/** The columns in which the database keeps what was entered about a city or body. */
export function columnsOf({ kind, name, country, timeZone }: OrganisationInput): OrganisationColumns {
  return { kind, timeZone, nameJa: name.ja, nameEn: name.en, countryJa: country.ja, countryEn: country.en };
}

/** A member as the actor may know it: the section's mailbox is for the office and for the member itself. */
export function presentMember(row: MemberRow, actor: Actor): MemberView {
  const { formalNameEn, kana, lgCode, population, populationAsOf, version } = row;
  const known = isOffice(actor) || actor.memberId === row.id;
  return {
    ...{ formalNameEn, kana, lgCode, population, populationAsOf, version },
    id: row.id as OrganisationId,
    name: { ja: row.nameJa, en: row.nameEn },
    cityClass: row.cityClass as MemberView['cityClass'],
    prefecture: { ja: row.prefectureJa, en: row.prefectureEn },
    headTitle: { ja: row.headTitleJa, en: row.headTitleEn },
    sectionMail: known ? row.sectionMail : null,
  };
}
