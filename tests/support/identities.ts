import { sql } from 'kysely';
import { vaultSecret } from '#db/cells.ts';
import type { Database } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { withPrivileges } from '#db/privileged.ts';
import { keepSealed, sealedRow } from '#db/queries/identities.ts';
import { makeKey } from '#db/queries/vault-keys.ts';
import { indexesOf } from '#server/delegations/vault-secrets.ts';
import { NEEDED_TO_NOMINATE } from '#shared/delegations/consent.ts';
import { nobody } from './database.ts';
import type { World } from './world.ts';

/** The passport of nobody: a number that no country gives out. */
export const passport = {
  ...{ passportNumber: 'TR1234567', surname: 'TESTO', givenNames: 'HANA', birthDate: '1980-04-01' },
  ...{ nationality: 'JPN', issuingCountry: 'JPN', expiresOn: '2032-01-01' },
};

/** Everything stored about a passport that nobody but its readers may see, as it lies in the database. */
export async function rawIdentity(database: Database, delegateId: string): Promise<Record<string, unknown>> {
  return withPrivileges(database, async (db) => {
    const { rows } = await sql<Record<string, unknown>>`
      select * from identity_vault where delegate_id = ${delegateId}`.execute(db);
    return rows[0] ?? {};
  });
}

/** Consents of a delegate to everybody a nomination needs, on paper recorded by nobody in particular: by their link. */
export async function consentToAll(database: Database, delegateId: string, eventId: string): Promise<void> {
  await database.write(nobody, async (tx) => {
    const { memberId } = await tx
      .selectFrom('delegate')
      .select('memberId')
      .where('id', '=', delegateId)
      .executeTakeFirstOrThrow();
    const event = await tx
      .selectFrom('event')
      .select(['countryEn', 'provisional'])
      .where('id', '=', eventId)
      .executeTakeFirstOrThrow();
    for (const receiver of NEEDED_TO_NOMINATE) {
      await tx
        .insertInto('consent')
        .values({
          ...{ id: newId(), delegateId, eventId, memberId, receiver, textVersion: '0'.repeat(64), lang: 'ja' },
          ...{ method: 'link', givenAt: new Date('2027-09-01T00:00:00Z') },
          ...{ country: event.countryEn, provisional: event.provisional },
        })
        .execute();
    }
  });
}

/** Passport data and consents of delegates, so that they can be nominated. */
export async function makeReady(
  { database, ctx }: Pick<World, 'database' | 'ctx'>,
  delegateIds: readonly string[],
  more: Partial<typeof passport> = {},
): Promise<void> {
  const secret = vaultSecret(ctx.settings.appSecret);
  for (const [nth, delegateId] of delegateIds.entries()) {
    const delegate = await database.read(nobody, (db) =>
      db.selectFrom('delegate').select(['eventId', 'memberId']).where('id', '=', delegateId).executeTakeFirstOrThrow(),
    );
    const key = await database.write({ ...nobody, role: 'reveal' }, (tx) => makeKey(tx, [secret], delegate, ctx.now()));
    await database.write(nobody, async (tx) => {
      const fields = { ...passport, passportNumber: `TEST${10000 + nth}`, ...more };
      const kept = {
        ...{ delegateId, ...delegate, enteredThrough: 'link' as const, enteredBy: null, enteredAt: ctx.now() },
        ...{ passportMask: 'TE••••000', namesMask: 'T••• H•••', expiresEarly: false },
        ...indexesOf(ctx, delegate.eventId, fields),
      };
      await keepSealed(tx, sealedRow(key, kept, fields));
    });
    await consentToAll(database, delegateId, delegate.eventId);
  }
}
