import { type RawBuilder, sql } from 'kysely';
import { type CellPlace, type DataKey, sealCell } from '#db/cells.ts';
import type { Db, Tx } from '#db/connect.ts';

/** The encrypted columns, by the field of the passport each holds. */
const CELLS = {
  passportNumber: 'passport_number',
  surname: 'surname',
  givenNames: 'given_names',
  birthDate: 'birth_date',
  nationality: 'nationality',
  issuingCountry: 'issuing_country',
  expiresOn: 'expires_on',
} as const;
export type CellField = keyof typeof CELLS;
export const CELL_FIELDS = Object.keys(CELLS) as CellField[];

/** The place of a field of a delegate's passport: a cell opens nowhere else. */
export function cellPlace(
  field: CellField,
  { memberId, delegateId }: { memberId: string; delegateId: string },
): CellPlace {
  return { table: 'identity_vault', column: CELLS[field], member: memberId, row: delegateId };
}

export type IdentityKept = {
  delegateId: string;
  eventId: string;
  memberId: string;
  passportMask: string;
  namesMask: string;
  passportIndex: Buffer;
  namesIndex: Buffer;
  expiresEarly: boolean;
  enteredThrough: 'account' | 'link' | 'demonstration';
  enteredBy: string | null;
  enteredAt: Date;
};

/** The row of a delegate's passport data, its fields sealed with the key. */
export function sealedRow(key: DataKey, kept: IdentityKept, fields: Record<CellField, string>) {
  const cell = (field: CellField) => sealCell(key, cellPlace(field, kept), fields[field]);
  return {
    ...kept,
    ...{ state: 'kept', keyId: key.id, keyLive: true },
    passportNumber: cell('passportNumber'),
    surname: cell('surname'),
    givenNames: cell('givenNames'),
    birthDate: cell('birthDate'),
    nationality: cell('nationality'),
    issuingCountry: cell('issuingCountry'),
    expiresOn: cell('expiresOn'),
  };
}

/**
 * Keeps passport data of a locked delegate, instead of what was kept before. 23503 on `identity_vault_key` when the
 * key has been destroyed meanwhile.
 */
export async function keepSealed(tx: Tx, row: ReturnType<typeof sealedRow>): Promise<void> {
  const there = await tx
    .selectFrom('identityVault')
    .select('version')
    .where('delegateId', '=', row.delegateId)
    .executeTakeFirst();
  if (!there) {
    await tx.insertInto('identityVault').values(row).execute();
    return;
  }
  const { delegateId, ...change } = row;
  await tx
    .updateTable('identityVault')
    .set({ ...change, purgedAt: null, version: there.version + 1 })
    .where('delegateId', '=', delegateId)
    .execute();
}

/** A delegate as far as their passport data are concerned, with what may be shown of them. */
export type IdentityRow = {
  delegateId: string;
  eventId: string;
  memberId: string;
  familyName: string;
  givenName: string;
  familyLatin: string;
  givenLatin: string;
  email: string;
  removed: boolean;
  /** Whether they hold a pass, or are named in a request for passes that has been approved. */
  accepted: boolean;
  state: 'kept' | 'purged' | null;
  keyId: number | null;
  passportMask: string | null;
  namesMask: string | null;
  namesIndex: Buffer | null;
  expiresEarly: boolean | null;
  enteredThrough: 'account' | 'link' | 'demonstration' | null;
  enteredAt: Date | null;
  purgedAt: Date | null;
  version: number | null;
  /** The same passport stands at somebody else of the event; null when the reader may not know. */
  samePassport: boolean | null;
};

/** The delegates of a delegation, or the ones named, each with how far their passport data are. */
export async function identityRows(
  db: Db,
  which: { delegationId: string } | { delegateIds: readonly string[] },
  mayCompare: boolean,
): Promise<IdentityRow[]> {
  const chosen =
    'delegationId' in which
      ? sql`d.delegation_id = ${which.delegationId} and d.removed_at is null`
      : sql`d.id = any(${[...which.delegateIds]}::uuid[])`;
  const same = mayCompare
    ? sql`exists (select from identity_vault o where o.event_id = v.event_id and o.state = 'kept'
        and o.passport_index = v.passport_index and o.delegate_id <> v.delegate_id)`
    : sql`null::boolean`;
  const { rows } = await sql<IdentityRow>`
    select d.id as delegate_id, d.event_id, d.member_id, d.family_name, d.given_name, d.family_latin, d.given_latin,
      d.email, d.removed_at is not null as removed,
      exists (select from pass p where p.delegate_id = d.id and p.state <> 'released')
        or exists (select from request_delegate rd join request r on r.id = rd.request_id
          where rd.delegate_id = d.id and r.kind = 'pass' and r.state in ('approved', 'fulfilled')) as accepted,
      v.state, v.key_id, v.passport_mask, v.names_mask, v.names_index, v.expires_early, v.entered_through,
      v.entered_at, v.purged_at, v.version, ${same} as same_passport
    from delegate d left join identity_vault v on v.delegate_id = d.id
    where ${chosen} order by d.position, d.id`.execute(db);
  return rows;
}

/** What of an event bears on its people's passports and consents. */
export function eventOfIdentities(db: Db, eventId: string) {
  return db
    .selectFrom('event')
    .innerJoin('process', 'process.id', 'event.processId')
    .select(['event.id', 'event.slug', 'shortName', 'event.nameJa', 'event.nameEn', 'countryJa', 'countryEn'])
    .select(['provisional', 'passportMonths', 'timeZone', 'process.nameJa as processJa'])
    .select(['process.nameEn as processEn'])
    .select((eb) => eb.fn.coalesce('actualEndsOn', 'endsOn').as('endsOn'))
    .where('event.id', '=', eventId)
    .executeTakeFirstOrThrow();
}
export type IdentityEvent = Awaited<ReturnType<typeof eventOfIdentities>>;

const READ: Record<CellField, RawBuilder<unknown>> = {
  passportNumber: sql`v.passport_number`,
  surname: sql`v.surname`,
  givenNames: sql`v.given_names`,
  birthDate: sql`v.birth_date`,
  nationality: sql`v.nationality`,
  issuingCountry: sql`v.issuing_country`,
  expiresOn: sql`v.expires_on`,
};

export type SealedFields = {
  keyId: number;
  kekId: string;
  wrapped: Buffer;
  cells: Partial<Record<CellField, Buffer>>;
};

/**
 * Cells of a delegate's passport with their key. Role `reveal`, and only for whoever has the viewing with this id in
 * the history: without that row there is nothing here.
 */
export async function sealedFields(
  db: Db,
  delegateId: string,
  fields: readonly CellField[],
  viewingId: string,
): Promise<SealedFields | undefined> {
  const cells = sql.join(fields.map((field) => READ[field]));
  const { rows } = await sql<{ keyId: number; kekId: string; wrapped: Buffer } & Partial<Record<CellField, Buffer>>>`
    select v.key_id, k.kek_id, b.wrapped, ${cells}
    from identity_vault v
    join vault_key k on k.id = v.key_id
    join vault_key_bytes b on b.key_id = k.id
    join history h on h.id = ${viewingId} and h.subject = 'delegate' and h.subject_id = v.delegate_id
      and h.action = 'identity.revealed' and h.actor_id = app_actor()
    where v.delegate_id = ${delegateId} and v.state = 'kept'`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const { keyId, kekId, wrapped, ...found } = row;
  return { keyId, kekId, wrapped, cells: found };
}

/** Whatever a key has sealed, or the first so many, locked: each row with its cells. Role `reveal`. */
export function lockSealedBy(tx: Tx, keyId: number, most = 1_000_000) {
  return tx
    .selectFrom('identityVault')
    .select([
      'delegateId',
      'eventId',
      'memberId',
      'passportNumber',
      'surname',
      'givenNames',
      'birthDate',
      'nationality',
    ])
    .select(['issuingCountry', 'expiresOn'])
    .where('keyId', '=', keyId)
    .where('state', '=', 'kept')
    .orderBy('delegateId')
    .limit(most)
    .forUpdate()
    .execute();
}
export type SealedRow = Awaited<ReturnType<typeof lockSealedBy>>[number];

/** Puts cells sealed anew in the place of the old ones; everything else of the row stays as it is. */
export async function replaceCells(
  tx: Tx,
  delegateId: string,
  key: DataKey,
  cells: Record<CellField, Buffer>,
  indexes: { passportIndex: Buffer; namesIndex: Buffer },
): Promise<void> {
  await tx
    .updateTable('identityVault')
    .set({ ...cells, ...indexes, keyId: key.id })
    .where('delegateId', '=', delegateId)
    .execute();
}
