import { enqueueMail } from '#db/queries/enqueue-mail.ts';
import { writeHistory } from '#db/queries/history.ts';
import { viewingsSince, watchers } from '#db/queries/viewing-alarms.ts';
import type { Actor } from '#shared/actor.ts';
import type { Ctx } from '../context.ts';
import { theProgram } from '../who.ts';

const WINDOW_MINUTES = 10;
const MINUTE_MS = 60_000;

/**
 * Tells the administrators and auditors, once in ten minutes, that somebody looks at passport data more often than
 * usual. Counted from the record itself: what a stopped program has missed is told at the next look.
 */
export async function tellOfManyViewings(ctx: Ctx, actor: Actor): Promise<void> {
  const accountId = actor.accountId ?? '';
  const at = ctx.now();
  const since = new Date(at.getTime() - WINDOW_MINUTES * MINUTE_MS);
  const isMuch = ({ looks, told }: { looks: number; told: boolean }) => looks > ctx.settings.revealAlarm && !told;
  if (!isMuch(await ctx.database.read(theProgram, (db) => viewingsSince(db, accountId, since)))) return;
  await ctx.database.write(theProgram, async (tx) => {
    const found = await viewingsSince(tx, accountId, since);
    const details = { looks: found.looks, minutes: WINDOW_MINUTES };
    const entry = { subject: 'account', subjectId: accountId, action: 'identity.many-revealed', details };
    await writeHistory(tx, { at, actor, ...entry, memberId: actor.memberId });
    await enqueueMail(tx, {
      ...{ to: await watchers(tx), template: 'delegation.many-viewings', at: ctx.realNow() },
      // Of several looks at once, one tells: the same ten minutes have the same key.
      dedupeKey: `many-viewings:${accountId}:${Math.floor(at.getTime() / (WINDOW_MINUTES * MINUTE_MS))}`,
      params: { path: '/desk/history?selection=reveals', looks: String(found.looks), minutes: String(WINDOW_MINUTES) },
    });
  });
}
