import { createHash } from 'node:crypto';
import type { Db } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { writeHistory } from '#db/queries/history.ts';
import { knownItems, lockEventForImport, removeItems, touchSource, writeItems } from '#db/queries/outside-items.ts';
import { eventForBoard } from '#db/queries/pass-board.ts';
import type { Actor } from '#shared/actor.ts';
import type { Lang } from '#shared/lang.ts';
import { refuse } from '#shared/problem.ts';
import type { OutsideDone, OutsideImport, OutsideReadingView, OutsideText } from '#shared/schedule/outside-contract.ts';
import type { OutsideFormat, OutsideRow, RowFault } from '#shared/schedule/outside-item.ts';
import { type KnownItem, type Matched, matchOutside } from '#shared/schedule/outside-match.ts';
import { readOutside } from '#shared/schedule/outside-read.ts';
import { outsideTexts } from '#shared/schedule/outside-texts.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';

type Event = { id: string; startsOn: string; timeZone: string };
type Compared = { format: OutsideFormat; rows: OutsideRow[]; matched: Matched[]; gone: KnownItem[]; digest: string };

/** What taking a timetable in would do, row by row. Nothing is kept, and nothing is fetched from anywhere. */
export function readOutsideTimetable(
  ctx: Ctx,
  actor: Actor,
  slug: string,
  input: OutsideText,
): Promise<OutsideReadingView> {
  return ctx.database.read(actor, async (db) => {
    const event = (await eventForBoard(db, slug)) ?? refuse('not-found', {});
    return present(await compare(db, actor, event, input), event, actor.lang);
  });
}

/** Takes a timetable in exactly as it was shown: refused when it or what is known of it has changed since. */
export function importOutsideTimetable(
  ctx: Ctx,
  actor: Actor,
  slug: string,
  input: OutsideImport,
): Promise<OutsideDone> {
  return ctx.database.write(actor, async (tx) => {
    const event = (await eventForBoard(tx, slug)) ?? refuse('not-found', {});
    await lockEventForImport(tx, event.id);
    const compared = await compare(tx, actor, event, input);
    if (compared.digest !== input.digest) {
      refuse('changed-meanwhile', {}, { current: present(compared, event, actor.lang) });
    }
    const taken = compared.matched.filter(({ status }) => status === 'new' || status === 'changed');
    const gone = input.removeGone ? compared.gone : [];
    const { source } = input;
    const importedAt = ctx.now();
    await removeItems(
      tx,
      gone.map(({ id }) => id),
    );
    await writeItems(
      tx,
      { eventId: event.id, source, importedAt },
      taken.map(({ item, known }) => ({ ...item, id: known?.id ?? newId() })),
    );
    await touchSource(tx, event.id, source, importedAt);
    const added = taken.filter(({ status }) => status === 'new').length;
    const done = { added, changed: taken.length - added, removed: gone.length };
    await writeHistory(tx, {
      ...{ at: ctx.now(), actor, subject: 'event', subjectId: event.id, eventId: event.id },
      ...{ action: 'outside.imported', details: { source, format: compared.format, ...done } },
    });
    return done;
  });
}

async function compare(db: Db, actor: Actor, event: Event, { source, text }: OutsideText): Promise<Compared> {
  const reading = readOutside(text, event.timeZone, event.startsOn);
  if ('fault' in reading) {
    const detail = textsIn(outsideTexts, actor.lang).file[reading.fault];
    return refuse('invalid-input', { count: 1 }, { errors: [{ pointer: '/text', detail }] });
  }
  const known = await knownItems(db, event.id, source);
  const items = reading.rows.flatMap(({ item }) => item ?? []);
  const state = [event.id, source, items, known.map(({ id, version }) => [id, version])];
  const digest = createHash('sha256').update(JSON.stringify(state)).digest('hex');
  return { ...reading, ...matchOutside(items, known), digest };
}

function present({ format, rows, matched, gone, digest }: Compared, event: Event, lang: Lang): OutsideReadingView {
  const t = textsIn(outsideTexts, lang);
  const byUid = new Map(matched.map((one) => [one.item.uid, one]));
  const counts: OutsideReadingView['counts'] = { new: 0, changed: 0, same: 0, kept: 0, faulty: 0 };
  const shown = rows.map(({ line, name, item, faults }): OutsideReadingView['rows'][number] => {
    const found = item ? byUid.get(item.uid) : undefined;
    const status = found?.status ?? 'faulty';
    counts[status] += 1;
    return {
      ...{ line, status, title: name, startsAt: item?.startsAt ?? null, endsAt: item?.endsAt ?? null },
      ...{ place: item?.place ?? '', differs: (found?.fields ?? []).map((field) => t.field[field]) },
      faults: faults.map((fault) => inWords(fault, lang)),
    };
  });
  return {
    ...{ format, digest, counts, timeZone: event.timeZone, rows: shown },
    gone: gone.map(({ id, title, startsAt, endsAt }) => ({
      ...{ id: id as OutsideReadingView['gone'][number]['id'], title, startsAt, endsAt },
    })),
  };
}

function inWords({ code, value = '' }: RowFault, lang: Lang): string {
  const words = textsIn(outsideTexts, lang).fault[code];
  return typeof words === 'string' ? words : words(value);
}
