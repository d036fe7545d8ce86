import { newId } from '#db/id.ts';
import { writeHistory } from '#db/queries/history.ts';
import { historyForExport } from '#db/queries/read-history.ts';
import { limitTries } from '#server/accounts/limit-tries.ts';
import type { Ctx } from '#server/context.ts';
import type { Actor, Role } from '#shared/actor.ts';
import { csvOf } from '#shared/csv.ts';
import type { HistoryExport, HistoryFilter } from '#shared/requests/contract.ts';
import { didWords, whoWords } from '#shared/requests/history-sentence.ts';
import { recordTexts } from '#shared/requests/record-texts.ts';
import { roleNames } from '#shared/role-texts.ts';
import { textsIn } from '#shared/text.ts';
import { dayOf, formatDateTime, JAPAN } from '#shared/time.ts';
import { selectionOf } from './read-history.ts';

/** As many as a spreadsheet opens at once and a call can carry. */
const MOST_ROWS = 20_000;

/** The record of changes as a file, the latest first; that it was taken is recorded in it. */
export function exportHistory(ctx: Ctx, actor: Actor, filter: HistoryFilter): Promise<HistoryExport> {
  const t = textsIn(recordTexts, actor.lang);
  const roles: Readonly<Record<string, string>> = roleNames[actor.lang] satisfies Record<Role, string>;
  return ctx.database.write(actor, async (tx) => {
    await limitTries(tx, 'export', actor.accountId ?? '', ctx.realNow());
    const found = await historyForExport(tx, selectionOf(filter), MOST_ROWS + 1);
    const rows = found.slice(0, MOST_ROWS);
    const at = ctx.now();
    // Which filters were set is recorded, what was typed into them is not.
    const details = { rows: rows.length, filters: Object.keys(filter).sort() };
    await writeHistory(tx, { at, actor, subject: 'history', subjectId: newId(), action: 'export', details });
    const lines = rows.map((row) => [
      row.seq,
      formatDateTime(row.at, actor.lang),
      row.at.toISOString(),
      whoWords({ actor: row.actor ?? '', principal: row.principal }, actor.lang),
      roles[row.actorRole] ?? row.actorRole,
      didWords(row, actor.lang),
      row.subject,
      row.action,
      row.reference,
      ...[row.fromState, row.toState, row.reason, JSON.stringify(row.details)],
      ...[row.subjectId, row.requestId, row.callId, row.id],
    ]);
    const name = `history-${dayOf(at, JAPAN)}.csv`;
    return { name, text: csvOf(t.csvHead, lines), rows: rows.length, cut: found.length > rows.length };
  });
}
