import type { Db, Tx } from '#db/connect.ts';

const COLUMNS = [
  ...(['id', 'kind', 'nameJa', 'nameEn', 'kana', 'countryJa', 'countryEn', 'timeZone', 'version'] as const),
] as const;

export type OrganisationFilter = {
  kind?: string | undefined;
  /** Part of a name, as typed. */
  q?: string | undefined;
  after?: { kana: string; id: string } | undefined;
};

/** Cities and bodies in the order of their reading. */
export function listOrganisations(db: Db, { kind, q, after }: OrganisationFilter, limit: number) {
  let query = db.selectFrom('organisation').select(COLUMNS).orderBy('kana').orderBy('id').limit(limit);
  if (kind) query = query.where('kind', '=', kind);
  if (q) {
    const pattern = `%${q.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    query = query.where((where) =>
      where.or((['nameJa', 'nameEn', 'kana'] as const).map((column) => where(column, 'ilike', pattern))),
    );
  }
  if (after) {
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('kana', 'id'), '>', tuple(after.kana, after.id)));
  }
  return query.execute();
}
export type OrganisationRow = Awaited<ReturnType<typeof listOrganisations>>[number];

/** One organisation, locked against other changes, or undefined. */
export function lockOrganisation(tx: Tx, id: string): Promise<OrganisationRow | undefined> {
  return tx.selectFrom('organisation').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst();
}

export type OrganisationColumns = {
  kind: string;
  nameJa: string;
  nameEn: string;
  countryJa: string;
  countryEn: string;
  timeZone: string | null;
};

export async function insertOrganisation(tx: Tx, row: OrganisationColumns & { id: string }): Promise<void> {
  await tx.insertInto('organisation').values(row).execute();
}

/** Changes a locked organisation. */
export async function updateOrganisation(
  tx: Tx,
  id: string,
  change: (OrganisationColumns | { formalNameEn: string }) & { version: number },
): Promise<void> {
  await tx.updateTable('organisation').set(change).where('id', '=', id).execute();
}

function members(db: Db) {
  return db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .select(['organisation.id', 'organisation.nameJa', 'organisation.nameEn', 'organisation.formalNameEn'])
    .select(['organisation.kana', 'organisation.version', 'membership.lgCode', 'membership.cityClass'])
    .select(['membership.prefectureJa', 'membership.prefectureEn', 'membership.population'])
    .select(['membership.populationAsOf', 'membership.headTitleJa', 'membership.headTitleEn'])
    .select('membership.sectionMail');
}

/** The member municipalities in the order of their codes, which is from north to south. */
export function listMembers(db: Db) {
  return members(db).orderBy('membership.lgCode').execute();
}
export type MemberRow = Awaited<ReturnType<typeof listMembers>>[number];

/** One member municipality, or undefined. */
export function findMember(db: Db, id: string): Promise<MemberRow | undefined> {
  return members(db).where('organisation.id', '=', id).executeTakeFirst();
}

/** The same, locked against other changes. */
export function lockMember(tx: Tx, id: string): Promise<MemberRow | undefined> {
  return members(tx).where('organisation.id', '=', id).forUpdate('organisation').executeTakeFirst();
}

/** Changes the shared mailbox of a locked member's section. */
export async function updateSectionMail(tx: Tx, id: string, sectionMail: string): Promise<void> {
  await tx.updateTable('membership').set({ sectionMail }).where('organisationId', '=', id).execute();
}
