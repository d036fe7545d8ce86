import type { Tx } from '#db/connect.ts';
import { sqlState } from '#db/errors.ts';
import { newId } from '#db/id.ts';
import { writeHistory } from '#db/queries/history.ts';
import { CELL_FIELDS } from '#db/queries/identities.ts';
import {
  approvedPurges,
  type DueRow,
  dueIdentities,
  erase,
  historyHead,
  insertCertificate,
  lockPurge,
  stepPurge,
} from '#db/queries/purges.ts';
import { heldMembers, lockHolds } from '#db/queries/vault-holds.ts';
import { destroyKey, livingKeys } from '#db/queries/vault-keys.ts';
import { KEPT_DAYS_AFTER_LEAVING } from '#shared/delegations/identity.ts';
import type { PurgeKind } from '#shared/delegations/retention.ts';
import type { Ctx } from '../context.ts';
import { theProgram } from '../who.ts';
import { rotateKey } from './rotate-key.ts';
import { theReader } from './vault-secrets.ts';

type Approved = { id: string; eventId: string; kind: PurgeKind; requestedAt: Date; approvedBy: string | null };

/**
 * Carries out an approved purge, all of it or nothing: cells, masks and hashes go, links and mails go, the keys are
 * destroyed, and each municipality gets its certificate. One that is done, or not approved, stays as it is.
 */
export async function runPurge(ctx: Ctx, id: string): Promise<void> {
  const head = await ctx.database.read(theProgram, historyHead);
  for (let tries = 0; ; tries += 1) {
    try {
      return await ctx.database.write(theReader, (tx) => purge(ctx, tx, id, head));
    } catch (error) {
      // Somebody entered a passport at the very moment: with the new cell the key cannot go. Look once more.
      if (tries >= 2 || sqlState(error) !== '23503') throw error;
    }
  }
}

/** Carries out whatever is approved and was not, such as when the program was stopped in between. */
export async function runApprovedPurges(ctx: Ctx): Promise<number> {
  const ids = await ctx.database.read(theProgram, approvedPurges);
  for (const id of ids) await runPurge(ctx, id);
  return ids.length;
}

async function purge(ctx: Ctx, tx: Tx, id: string, head: string): Promise<void> {
  await lockHolds(tx);
  const found = await lockPurge(tx, id);
  if (!found?.approvedAt || found.doneAt) return;
  const approved = { ...found, kind: found.kind as PurgeKind };
  const which = { eventId: approved.eventId, kind: approved.kind, at: approved.requestedAt };
  const due = await dueIdentities(tx, { ...which, days: KEPT_DAYS_AFTER_LEAVING });
  for (const row of due) await purgeMember(ctx, tx, approved, row, head);
  await stepPurge(tx, id, { doneAt: ctx.now(), held: await heldMembers(tx, approved.eventId) });
}

async function purgeMember(
  ctx: Ctx,
  tx: Tx,
  { id: purgeId, eventId, kind, approvedBy }: Approved,
  { memberId, delegateIds }: DueRow,
  head: string,
): Promise<void> {
  const at = ctx.now();
  const { identities, links, mails } = await erase(tx, delegateIds, at);
  const owner = { eventId, memberId };
  const keyIds = kind === 'event' ? await destroyAll(tx, owner, at) : await rotateKey(ctx, tx, owner);
  const counts = { identities, cells: identities * CELL_FIELDS.length, links, mails };
  await insertCertificate(tx, {
    ...{ id: newId(), purgeId, eventId, memberId, counts, keyIds, doneAt: at, historyHead: head },
  });
  await writeHistory(tx, {
    ...{ at, actor: { accountId: approvedBy, role: 'worker' }, subject: 'vault_purge', subjectId: purgeId },
    ...{ action: 'vault.purged', memberId, eventId, details: { ...counts, keyIds } },
  });
}

async function destroyAll(tx: Tx, owner: { eventId: string; memberId: string }, at: Date): Promise<number[]> {
  const keys = await livingKeys(tx, owner);
  for (const { id } of keys) await destroyKey(tx, id, at);
  return keys.map((key) => key.id);
}
