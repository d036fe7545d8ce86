import { openCell, sealCell } from '#db/cells.ts';
import type { Tx } from '#db/connect.ts';
import { writeHistory } from '#db/queries/history.ts';
import { CELL_FIELDS, type CellField, cellPlace, lockSealedBy, replaceCells } from '#db/queries/identities.ts';
import { destroyKey, type KeyOwner, keyById, livingKeys, makeKey, retireKey } from '#db/queries/vault-keys.ts';
import type { Ctx } from '../context.ts';
import { currentSecret, indexesOf, theReader, vaultSecrets } from './vault-secrets.ts';

/**
 * Gives a municipality's people at an event a new key, seals everything anew with it and destroys the old ones: after
 * somebody has left, so that backups forget them, and when the installation's secret is changed. Role `reveal`.
 * Answers the numbers of the destroyed keys.
 */
export async function rotateKey(ctx: Ctx, tx: Tx, owner: KeyOwner): Promise<number[]> {
  const secrets = vaultSecrets(ctx);
  const old = await livingKeys(tx, owner);
  for (const { id } of old) await retireKey(tx, id);
  const fresh = await makeKey(tx, secrets, owner, ctx.now());
  for (const { id } of old) {
    const key = await keyById(tx, secrets, id);
    const rows = await lockSealedBy(tx, id);
    for (const row of key ? rows : []) {
      const fields = {} as Record<CellField, string>;
      const cells = {} as Record<CellField, Buffer>;
      for (const field of CELL_FIELDS) {
        const [cell, place] = [row[field], cellPlace(field, row)];
        if (!key || !cell) continue;
        fields[field] = openCell(key, place, cell);
        cells[field] = sealCell(fresh, place, fields[field]);
      }
      await replaceCells(tx, row.delegateId, fresh, cells, indexesOf(ctx, row.eventId, fields));
    }
    await destroyKey(tx, id, ctx.now());
  }
  return old.map((key) => key.id);
}

/** Moves what an earlier secret of the installation wraps to the present one; answers how many keys. */
export async function moveToCurrentSecret(ctx: Ctx): Promise<number> {
  const { kekId } = currentSecret(ctx);
  const keys = await ctx.database.read(theReader, livingKeys);
  const known = new Set(vaultSecrets(ctx).map((secret) => secret.kekId));
  const behind = keys.filter((key) => key.kekId !== kekId && known.has(key.kekId));
  for (const { eventId, memberId } of behind) {
    await ctx.database.write(theReader, async (tx) => {
      const still = (await livingKeys(tx, { eventId, memberId })).some((key) => key.kekId !== kekId);
      if (!still) return;
      const keyIds = await rotateKey(ctx, tx, { eventId, memberId });
      const entry = { subject: 'delegation', subjectId: memberId, action: 'vault.key-rotated', memberId, eventId };
      await writeHistory(tx, {
        at: ctx.now(),
        actor: { accountId: null, role: 'worker' },
        ...entry,
        details: { keyIds },
      });
    });
  }
  return behind.length;
}
