import { openCell } from '#db/cells.ts';
import type { Tx } from '#db/connect.ts';
import { writeHistory } from '#db/queries/history.ts';
import { cellPlace, identityRows, sealedFields } from '#db/queries/identities.ts';
import { countTry } from '#db/queries/sign-in-tries.ts';
import { unwrapped } from '#db/queries/vault-keys.ts';
import { type Actor, isMember } from '#shared/actor.ts';
import type { IdentityRevealed, RevealIdentity } from '#shared/delegations/contract.ts';
import type { IdentityField } from '#shared/delegations/identity.ts';
import { whyNotReveal } from '#shared/delegations/policy.ts';
import type { DelegateId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { refuseUnreached } from '../reach.ts';
import { tellOfManyViewings } from './tell-of-many-viewings.ts';
import { asReader, vaultSecrets } from './vault-secrets.ts';

const WINDOW_MINUTES = 60;
const MINUTE_MS = 60_000;
/** How often a person may look within an hour: a municipality has few people, the office registers them all. */
const MOST = { member: 30, office: 60 } as const;
/** How long the screen shows what it was given, in seconds. */
const SHOWN_SECONDS = 60;

/**
 * Shows fields of a delegate's passport to one person for one purpose. That they looked is committed to the history
 * before anything is decrypted: without the row the database gives out no cell.
 */
export async function revealIdentity(
  ctx: Ctx,
  actor: Actor,
  id: DelegateId,
  { fields, purpose, note }: RevealIdentity,
): Promise<IdentityRevealed> {
  const viewing = await ctx.database.write(actor, async (tx) => {
    const [row] = await identityRows(tx, { delegateIds: [id] }, false);
    if (!row || row.removed) refuse('not-found', {});
    refuseUnreached(actor, 'identity.reveal', row.memberId);
    const because = whyNotReveal(row.state ?? 'missing', actor.lang);
    if (because) refuse('wrong-state', { because });
    if (row.state === 'purged') refuse('identity-purged', {});
    await limitViewings(tx, actor, ctx.realNow());
    const { memberId, eventId } = row;
    const subject = { subject: 'delegate', subjectId: id, action: 'identity.revealed', memberId, eventId };
    const reason = note === '' ? null : note;
    const viewingId = await writeHistory(tx, {
      ...{ at: ctx.now(), actor, ...subject, reason, details: { fields, purpose } },
    });
    return { id: viewingId, memberId };
  });

  await tellOfManyViewings(ctx, actor);

  const sealed = await ctx.database.read(asReader(actor), (db) => sealedFields(db, id, fields, viewing.id));
  // Erased between the two transactions, or in this copy of the database the key has never been.
  if (!sealed) refuse('identity-purged', {});
  const key = unwrapped(vaultSecrets(ctx), { id: sealed.keyId, kekId: sealed.kekId, wrapped: sealed.wrapped });
  const values: Partial<Record<IdentityField, string>> = {};
  for (const field of fields) {
    const cell = sealed.cells[field];
    if (cell) values[field] = openCell(key, cellPlace(field, { memberId: viewing.memberId, delegateId: id }), cell);
  }
  return { values, hideAfterSeconds: SHOWN_SECONDS };
}

async function limitViewings(tx: Tx, actor: Actor, now: Date): Promise<void> {
  const { tries, oldest } = await countTry(tx, `reveal ${actor.accountId}`, now, WINDOW_MINUTES);
  if (tries <= (isMember(actor) ? MOST.member : MOST.office)) return;
  const free = oldest.getTime() + WINDOW_MINUTES * MINUTE_MS;
  refuse('too-many-tries', { seconds: Math.max(1, Math.ceil((free - now.getTime()) / 1000)) });
}
