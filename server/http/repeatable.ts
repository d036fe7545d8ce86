import { createHash } from 'node:crypto';
import type { Database, Tx } from '#db/connect.ts';
import { sqlState } from '#db/errors.ts';
import { claimKey, inPart, type KeptAnswer, keepAnswer } from '#db/queries/idempotency.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';

const KEPT_HOURS = 24;

/** An answer as it is sent and kept: `text` is the JSON body, null for an answer without one. */
export type Sent = { status: number; text: string | null; headers: Record<string, string> };
export type Repeated = Sent & { replayed: boolean };

/**
 * Runs a call once for its `Idempotency-Key`.
 *
 * The claim of the key, everything the handler does and the finished answer are one transaction: the handler is given
 * a context whose `read` and `write` join it. So a process killed at any moment leaves either all three or none;
 * there is no key stuck "in progress", and a repeat gives the very answer of the first time. A refusal rolls back and
 * frees the key. Whole answers are kept, not references, because rendering again would give another answer after
 * every change; they are kept for a day at most, and are given only to the same account with the same reach.
 * Do not mark an operation `idempotent` that answers with a secret or does slow work.
 */
export async function once(
  ctx: Ctx,
  actor: Actor,
  name: { key: string; operation: string; target: string; body: unknown },
  run: (ctx: Ctx) => Promise<Sent>,
): Promise<Repeated> {
  const id = { principal: actor.accountId ?? '', key: name.key, operation: name.operation };
  // The reach is part of it: whoever has changed role or municipality since may not be given the old answer.
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([name.target, name.body ?? null, actor.role, actor.memberId]))
    .digest();
  const now = ctx.realNow();
  const forgottenBefore = new Date(now.getTime() - KEPT_HOURS * 3_600_000);
  return ctx.database.write(actor, async (tx) => {
    const before = await claimKey(tx, id, fingerprint, now, forgottenBefore).catch(whileInProgress);
    if (before) return replay(before, fingerprint);
    const sent = await run({ ...ctx, database: joined(ctx.database, tx) });
    // What sets a cookie belongs to one answer only.
    const { location } = sent.headers;
    await keepAnswer(tx, id, sent.status, { text: sent.text, headers: location ? { location } : {} });
    return { ...sent, replayed: false };
  });
}

function whileInProgress(error: unknown): never {
  if (sqlState(error) === '55P03') refuse('in-progress', {});
  throw error;
}

function replay(kept: KeptAnswer, fingerprint: Buffer): Repeated {
  if (!fingerprint.equals(kept.fingerprint)) refuse('key-reused', {});
  const { text, headers } = kept.answer as Pick<Sent, 'text' | 'headers'>;
  return { status: kept.status ?? 200, text, headers, replayed: true };
}

/** The database as seen from inside a transaction that is already open. */
function joined(database: Database, tx: Tx): Database {
  return { ...database, read: (_who, work) => work(tx), write: (_who, work) => inPart(tx, work) };
}
