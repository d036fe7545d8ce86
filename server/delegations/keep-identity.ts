import type { DataKey } from '#db/cells.ts';
import type { Database, Tx, Who } from '#db/connect.ts';
import { sqlState } from '#db/errors.ts';
import { lockDelegate } from '#db/queries/delegates.ts';
import { writeHistory } from '#db/queries/history.ts';
import {
  eventOfIdentities,
  type IdentityEvent,
  type IdentityRow,
  identityRows,
  keepSealed,
  sealedRow,
} from '#db/queries/identities.ts';
import { activeKey, makeKey } from '#db/queries/vault-keys.ts';
import type { Actor } from '#shared/actor.ts';
import type { IdentityInput, IdentityStatus } from '#shared/delegations/contract.ts';
import { expiresTooEarly, isPlausibleBirth, maskOfNames, maskOfPassport } from '#shared/delegations/identity.ts';
import { identityTexts } from '#shared/delegations/identity-texts.ts';
import { whyNotAskIdentity } from '#shared/delegations/policy.ts';
import type { DelegateId } from '#shared/ids.ts';
import type { Lang } from '#shared/lang.ts';
import { refuse } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';
import { dayOf, JAPAN } from '#shared/time.ts';
import type { Ctx } from '../context.ts';
import { refuseUnreached } from '../reach.ts';
import { identityStatus } from './identity-statuses.ts';
import { asReader, indexesOf, vaultSecrets } from './vault-secrets.ts';

/** How passport data came in, and under whose name the database works for it. */
export type Entry = {
  who: Who;
  lang: Lang;
  through: 'account' | 'link';
  by: string | null;
  /** Where in the body of the call the passport stands, for the errors of fields. */
  at: '' | '/identity';
};

/** Keeps what an officer has copied from a delegate's passport; it is not readable again but with a purpose. */
export async function keepIdentity(
  ctx: Ctx,
  actor: Actor,
  id: DelegateId,
  input: IdentityInput,
): Promise<IdentityStatus> {
  const row = await identityOf(ctx.database, actor, id);
  refuseUnreached(actor, 'identity.enter', row.memberId);
  return keepPassport(
    ctx,
    { who: actor, lang: actor.lang, through: 'account', by: actor.accountId, at: '' },
    row,
    input,
  );
}

/** A delegate as far as their passport is concerned; whether they are the reader's is not asked. */
export async function identityOf(database: Database, who: Who, id: string): Promise<IdentityRow> {
  const [row] = await database.read(who, (db) => identityRows(db, { delegateIds: [id] }, false));
  return row && !row.removed ? row : refuse('not-found', {});
}

/** Checks passport data and keeps them sealed, whoever entered them. */
export async function keepPassport(
  ctx: Ctx,
  entry: Entry,
  row: IdentityRow,
  input: IdentityInput,
): Promise<IdentityStatus> {
  for (let tries = 0; ; tries += 1) {
    const key = await keyFor(ctx, entry.who, row);
    try {
      return await ctx.database.write(entry.who, (tx) => sealAndKeep(ctx, tx, entry, row.delegateId, key, input));
    } catch (error) {
      // The key was changed between the two transactions: seal once more, with the new one.
      if (tries >= 2 || sqlState(error) !== '23503') throw error;
    }
  }
}

async function keyFor(ctx: Ctx, who: Who, owner: IdentityRow): Promise<DataKey> {
  const secrets = vaultSecrets(ctx);
  const found = await ctx.database.read(asReader(who), (db) => activeKey(db, secrets, owner));
  if (found) return found;
  const { eventId, memberId } = owner;
  return ctx.database.write(asReader(who), (tx) => makeKey(tx, secrets, { eventId, memberId }, ctx.now()));
}

async function sealAndKeep(
  ctx: Ctx,
  tx: Tx,
  entry: Entry,
  delegateId: string,
  key: DataKey,
  input: IdentityInput,
): Promise<IdentityStatus> {
  await lockDelegate(tx, delegateId);
  const [row] = await identityRows(tx, { delegateIds: [delegateId] }, false);
  if (!row) refuse('not-found', {});
  const because = whyNotAskIdentity(row, entry.lang);
  if (because) refuse('wrong-state', { because });
  const event = await eventOfIdentities(tx, row.eventId);
  refuseImplausible(input, dayOf(ctx.now(), JAPAN), entry);

  const kept = { ...indexesOf(ctx, event.id, input), ...masksOf(input, event) };
  const { eventId, memberId } = row;
  const whose = { delegateId, eventId, memberId };
  const how = { enteredThrough: entry.through, enteredBy: entry.by, enteredAt: ctx.now() };
  await keepSealed(tx, sealedRow(key, { ...whose, ...kept, ...how }, input));
  await writeHistory(tx, {
    ...{ at: ctx.now(), actor: entry.who, subject: 'delegate', subjectId: delegateId, action: 'identity.entered' },
    ...{ memberId, eventId, details: { through: entry.through } },
  });
  return identityStatus(ctx, tx, delegateId, entry.lang);
}

function masksOf(input: IdentityInput, event: IdentityEvent) {
  return {
    passportMask: maskOfPassport(input.passportNumber),
    namesMask: maskOfNames(input.surname, input.givenNames),
    expiresEarly: expiresTooEarly(input.expiresOn, event),
  };
}

function refuseImplausible({ birthDate, expiresOn }: IdentityInput, today: string, { lang, at }: Entry): void {
  const say = textsIn(identityTexts, lang).faults;
  const errors = [
    ...(isPlausibleBirth(birthDate, today) ? [] : [{ pointer: `${at}/birthDate`, detail: say.birthDate }]),
    ...(expiresOn > today ? [] : [{ pointer: `${at}/expiresOn`, detail: say.expiresOn }]),
  ];
  if (errors.length > 0) refuse('invalid-input', { count: errors.length }, { errors });
}
