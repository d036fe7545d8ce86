import { setTimeout as wait } from 'node:timers/promises';
import { sqlState } from '#db/errors.ts';
import { newId } from '#db/id.ts';
import { writeHistory } from '#db/queries/history.ts';
import { lockSealedBy } from '#db/queries/identities.ts';
import { beginRotation, countSealedBy, endRotation, lockKeys, openRotation } from '#db/queries/key-rotations.ts';
import {
  activeKey,
  destroyKey,
  type KeyOwner,
  keyById,
  livingKeys,
  makeKey,
  retireKey,
} from '#db/queries/vault-keys.ts';
import type { Ctx } from '../context.ts';
import { theProgram } from '../who.ts';
import { sealAnew } from './rotate-key.ts';
import { currentSecret, theReader, vaultSecrets } from './vault-secrets.ts';

type OldKey = { id: number; kekId: string };
export type Rotating = {
  /** Delegates sealed anew so far, and how many there are in all. */
  onProgress?: (done: number, all: number) => void;
  /** Stops after the step at hand; the next call goes on from there. */
  signal?: AbortSignal;
  /** Delegates in one step: so many rows are locked for the time it takes. */
  step?: number;
};
export type Rotated = { done: boolean; delegates: number; keys: number };

const STEP = 100;
/** Somebody entering a passport holds a row or the key for a moment: then once more, up to this many times in a row. */
const MOST_WAITS = 50;
const WAIT_MS = 100;
/** A row still held after the time for locks, and a cell that came in under the key that was to be destroyed. */
const HELD = ['55P03', '23503'];

/**
 * Changes every key of passport data while the desk goes on: each municipality gets a new one, its cells are sealed
 * anew in small steps, and only then the old one is destroyed. At every moment each cell has its living key.
 */
export async function rotateKeys(ctx: Ctx, rotating: Rotating = {}): Promise<Rotated> {
  const { id, upToKey } = await rotation(ctx);
  const rotated = await replaceKeys(ctx, (key) => key.id <= upToKey, rotating);
  if (rotated.done) await ctx.database.write(theReader, (tx) => endRotation(tx, id, ctx.now()));
  return rotated;
}

/** Moves what an earlier secret of the installation wraps to keys under the present one. */
export async function moveToCurrentSecret(ctx: Ctx, rotating: Rotating = {}): Promise<Rotated> {
  const { kekId } = currentSecret(ctx);
  const known = new Set(vaultSecrets(ctx).map((secret) => secret.kekId));
  return replaceKeys(ctx, (key) => key.kekId !== kekId && known.has(key.kekId), rotating);
}

/** The change that was begun, or a new one. */
async function rotation(ctx: Ctx): Promise<{ id: string; upToKey: number }> {
  const open = await ctx.database.read(theReader, openRotation);
  if (open) return open;
  const begun = ctx.database.write(theReader, (tx) => beginRotation(tx, newId(), ctx.now()));
  // Somebody else began one at the same moment: then it is that one.
  await begun.catch((error: unknown) => {
    if (sqlState(error) !== '23505') throw error;
  });
  return rotation(ctx);
}

async function replaceKeys(ctx: Ctx, isOld: (key: OldKey) => boolean, rotating: Rotating): Promise<Rotated> {
  const { onProgress = () => {}, signal, step = STEP } = rotating;
  const old = (await ctx.database.read(theReader, livingKeys)).filter(isOld);
  const all = await ctx.database.read(theReader, (db) =>
    countSealedBy(
      db,
      old.map((key) => key.id),
    ),
  );
  let delegates = 0;
  let keys = 0;
  for (const owner of ownersOf(old)) {
    const mine = await retireOld(ctx, owner, isOld);
    for (const keyId of mine) {
      for (let waits = 0; ; ) {
        if (signal?.aborted) return { done: false, delegates, keys };
        const moved = await moveSome(ctx, owner, keyId, step).catch(async (error: unknown) => {
          waits += 1;
          if (waits > MOST_WAITS || !HELD.includes(sqlState(error) ?? '')) throw error;
          await wait(WAIT_MS);
          return null;
        });
        if (moved === null) continue;
        waits = 0;
        if (moved === 0) break;
        delegates += moved;
        onProgress(delegates, Math.max(all, delegates));
      }
      keys += 1;
    }
  }
  return { done: true, delegates, keys };
}

/** Each once: a municipality at an event may have several keys when an earlier change was stopped. */
function ownersOf(keys: readonly KeyOwner[]): KeyOwner[] {
  return [...new Map(keys.map(({ eventId, memberId }) => [`${eventId} ${memberId}`, { eventId, memberId }])).values()];
}

/** From here on passports are sealed with a new key; what the old ones have sealed they still open. */
function retireOld(ctx: Ctx, owner: KeyOwner, isOld: (key: OldKey) => boolean): Promise<number[]> {
  return ctx.database.write(theReader, async (tx) => {
    const old = (await lockKeys(tx, owner)).filter(isOld);
    for (const { id } of old) await retireKey(tx, id);
    if (old.length > 0) await makeKey(tx, vaultSecrets(ctx), owner, ctx.now());
    return old.map(({ id }) => id);
  });
}

/** Seals some cells of an old key anew; answers how many delegates'. When there are none left, the key is destroyed. */
function moveSome(ctx: Ctx, owner: KeyOwner, keyId: number, step: number): Promise<number> {
  const secrets = vaultSecrets(ctx);
  return ctx.database.write(theReader, async (tx) => {
    const key = await keyById(tx, secrets, keyId);
    // Somebody else has brought it to its end meanwhile, such as a purge.
    if (!key) return 0;
    const rows = await lockSealedBy(tx, keyId, step);
    if (rows.length > 0) {
      const fresh = (await activeKey(tx, secrets, owner)) ?? (await makeKey(tx, secrets, owner, ctx.now()));
      await sealAnew(ctx, tx, rows, key, fresh);
      return rows.length;
    }
    // Of two changes at once the other may have come to this end first.
    if (!(await lockKeys(tx, owner)).some(({ id }) => id === keyId)) return 0;
    await destroyKey(tx, keyId, ctx.now());
    const { eventId, memberId } = owner;
    const entry = { subject: 'delegation', subjectId: memberId, action: 'vault.key-rotated', memberId, eventId };
    await writeHistory(tx, { at: ctx.now(), actor: theProgram, ...entry, details: { keyIds: [keyId] } });
    return 0;
  });
}
