import type { z } from 'zod';
import type { Db } from '#db/connect.ts';
import { lockDelegates } from '#db/queries/delegate-locks.ts';
import { peopleOfEvent } from '#db/queries/findings.ts';
import { writeHistory } from '#db/queries/history.ts';
import {
  changeItem,
  keepAttendance,
  lockItem,
  type OutsideRow,
  outsideItems,
  outsideSources,
  removeItems,
} from '#db/queries/outside-items.ts';
import { eventForBoard } from '#db/queries/pass-board.ts';
import { venuesOfEvent } from '#db/queries/planning.ts';
import type { Actor } from '#shared/actor.ts';
import { personName } from '#shared/clashes/person-name.ts';
import type { OutsideItemId } from '#shared/ids.ts';
import { cutPage, decodeCursor } from '#shared/page.ts';
import { refuse } from '#shared/problem.ts';
import type {
  OutsideItemInput,
  OutsideItemView,
  OutsidePage,
  OutsideQuery,
} from '#shared/schedule/outside-contract.ts';
import { addDays } from '#shared/time.ts';
import { startOfDay } from '#shared/time-zone.ts';
import type { Ctx } from '../context.ts';
import { refuseStale } from '../refuse-stale.ts';

/** Entries of other organisers' timetables by time, a page at a time, and the timetables they come from. */
export function listOutsideItems(
  ctx: Ctx,
  actor: Actor,
  slug: string,
  { source, day, q, limit, after }: z.output<typeof OutsideQuery>,
): Promise<OutsidePage> {
  return ctx.database.read(actor, async (db) => {
    const event = (await eventForBoard(db, slug)) ?? refuse('not-found', {});
    const at = (one: string) => startOfDay(one, event.timeZone);
    const between = day === undefined ? undefined : { from: at(day), to: at(addDays(day, 1)) };
    const filter = { source, q, between, after: after === undefined ? undefined : cursorOf(after) };
    const rows = await outsideItems(db, event.id, filter, limit + 1);
    const page = cutPage(rows, limit, (row) => [row.startsAt.toISOString(), row.id]);
    const sources = await outsideSources(db, event.id);
    return {
      ...{ next: page.next, timeZone: event.timeZone, items: await present(db, event.id, page.items) },
      sources: sources.map(({ name, items, importedAt }) => ({
        ...{ name, items: Number(items), importedAt: new Date(importedAt ?? 0).toISOString() },
      })),
    };
  });
}

/** Changes an entry by hand, and says who of ours goes there. Reading its timetable in again leaves it alone then. */
export function changeOutsideItem(
  ctx: Ctx,
  actor: Actor,
  id: OutsideItemId,
  version: number,
  { attendingIds, ...item }: OutsideItemInput,
): Promise<OutsideItemView> {
  return ctx.database.write(actor, async (tx) => {
    const { row, view: before } = await locked(tx, id);
    refuseStale(version, before);
    if (item.venueId !== null && !(await venuesOfEvent(tx, row.eventId)).some((one) => one.id === item.venueId)) {
      refuse('not-found', {});
    }
    const asked = [...new Set<string>(attendingIds)];
    const people = await lockDelegates(tx, row.eventId, asked);
    const strangers = asked.filter((one) => !people.some((person) => person.id === one));
    if (strangers.length > 0) refuse('not-in-delegation', {}, { delegateIds: strangers });
    await changeItem(tx, id, item, version + 1, differs(before, item));
    await keepAttendance(tx, id, people);
    await writeHistory(tx, {
      ...{ at: ctx.now(), actor, subject: 'outside_item', subjectId: id, eventId: row.eventId, action: 'change' },
      details: { attending: asked.sort(), startsAt: item.startsAt, endsAt: item.endsAt },
    });
    return (await locked(tx, id)).view;
  });
}

/** Removes an entry; reading its timetable in again brings it back. */
export function removeOutsideItem(ctx: Ctx, actor: Actor, id: OutsideItemId, version: number): Promise<void> {
  return ctx.database.write(actor, async (tx) => {
    const { row, view } = await locked(tx, id);
    refuseStale(version, view);
    await removeItems(tx, [id]);
    await writeHistory(tx, {
      ...{ at: ctx.now(), actor, subject: 'outside_item', subjectId: id, eventId: row.eventId, action: 'remove' },
      details: { source: row.source },
    });
  });
}

async function locked(
  tx: Parameters<typeof lockItem>[0],
  id: string,
): Promise<{ row: OutsideRow; view: OutsideItemView }> {
  const [row] = (await lockItem(tx, id)) ? await outsideItems(tx, null, { id }, 1) : [];
  const [view] = row ? await present(tx, row.eventId, [row]) : [];
  return row && view ? { row, view } : refuse('not-found', {});
}

/** Whether more than who goes there would change. */
function differs(before: OutsideItemView, item: Omit<OutsideItemInput, 'attendingIds'>): boolean {
  const { title, startsAt, endsAt, place, url, organiser, venueId } = before;
  const instant = (at: string) => new Date(at).toISOString();
  const was = [title.ja, title.en, instant(startsAt), instant(endsAt), place, url, organiser, venueId];
  const is = [item.title.ja, item.title.en, instant(item.startsAt), instant(item.endsAt)];
  return JSON.stringify(was) !== JSON.stringify([...is, item.place, item.url, item.organiser, item.venueId]);
}

async function present(db: Db, eventId: string, rows: readonly OutsideRow[]): Promise<OutsideItemView[]> {
  const anybody = rows.some(({ attending }) => attending.length > 0);
  const people = new Map((anybody ? await peopleOfEvent(db, eventId) : []).map((person) => [person.id, person]));
  return rows.map(({ titleJa, titleEn, startsAt, endsAt, attending, eventId: _event, ...row }) => ({
    ...row,
    ...{ id: row.id as OutsideItemId, venueId: row.venueId as OutsideItemView['venueId'] },
    ...{ title: { ja: titleJa, en: titleEn }, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
    attending: attending.flatMap(({ delegateId, member }) => {
      const person = people.get(delegateId);
      const id = delegateId as OutsideItemView['attending'][number]['delegateId'];
      return person ? [{ delegateId: id, name: personName(person), member }] : [];
    }),
  }));
}

function cursorOf(cursor: string): { startsAt: string; id: string } {
  const [startsAt, id] = decodeCursor(cursor) ?? [];
  const fits =
    typeof startsAt === 'string' &&
    !Number.isNaN(Date.parse(startsAt)) &&
    typeof id === 'string' &&
    /^[0-9a-f-]{36}$/.test(id);
  return fits ? { startsAt, id } : refuse('bad-request', {});
}
