import { type DataKey, openCell, sealCell } from '#db/cells.ts';
import type { Tx } from '#db/connect.ts';
import {
  CELL_FIELDS,
  type CellField,
  cellPlace,
  lockSealedBy,
  replaceCells,
  type SealedRow,
} from '#db/queries/identities.ts';
import { destroyKey, type KeyOwner, keyById, livingKeys, makeKey, retireKey } from '#db/queries/vault-keys.ts';
import type { Ctx } from '../context.ts';
import { indexesOf, vaultSecrets } from './vault-secrets.ts';

/**
 * Gives a municipality's people at an event a new key, seals everything anew with it and destroys the old ones, in one
 * transaction: after somebody has left, so that backups forget them. Role `reveal`. Answers the numbers of the
 * destroyed keys. `rotate-keys.ts` does the same in small steps.
 */
export async function rotateKey(ctx: Ctx, tx: Tx, owner: KeyOwner): Promise<number[]> {
  const secrets = vaultSecrets(ctx);
  const old = await livingKeys(tx, owner);
  for (const { id } of old) await retireKey(tx, id);
  const fresh = await makeKey(tx, secrets, owner, ctx.now());
  for (const { id } of old) {
    const key = await keyById(tx, secrets, id);
    if (key) await sealAnew(ctx, tx, await lockSealedBy(tx, id), key, fresh);
    await destroyKey(tx, id, ctx.now());
  }
  return old.map((key) => key.id);
}

/** Seals locked rows with another key, and makes their indexes with the installation's present secret. */
export async function sealAnew(
  ctx: Ctx,
  tx: Tx,
  rows: readonly SealedRow[],
  key: DataKey,
  fresh: DataKey,
): Promise<void> {
  for (const row of rows) {
    const fields = {} as Record<CellField, string>;
    const cells = {} as Record<CellField, Buffer>;
    for (const field of CELL_FIELDS) {
      const [cell, place] = [row[field], cellPlace(field, row)];
      if (!cell) continue;
      fields[field] = openCell(key, place, cell);
      cells[field] = sealCell(fresh, place, fields[field]);
    }
    await replaceCells(tx, row.delegateId, fresh, cells, indexesOf(ctx, row.eventId, fields));
  }
}
