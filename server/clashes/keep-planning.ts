import type { Db } from '#db/connect.ts';
import { writeHistory } from '#db/queries/history.ts';
import { eventForBoard } from '#db/queries/pass-board.ts';
import { keepPlanning, planningOf, venuesOfEvent } from '#db/queries/planning.ts';
import type { Actor } from '#shared/actor.ts';
import type { PlanningInput, PlanningView } from '#shared/clashes/contract.ts';
import { clashTexts } from '#shared/clashes/texts.ts';
import type { VenueId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import { refuseStale } from '../refuse-stale.ts';

/** What the findings of an event presume. */
export function readPlanning(ctx: Ctx, actor: Actor, slug: string): Promise<PlanningView> {
  return ctx.database.read(actor, async (db) => {
    const event = (await eventForBoard(db, slug)) ?? refuse('not-found', {});
    return present(db, event.id);
  });
}

/** Changes what the findings of an event presume; ways are between two different venues of the event. */
export function changePlanning(
  ctx: Ctx,
  actor: Actor,
  slug: string,
  version: number,
  input: PlanningInput,
): Promise<PlanningView> {
  return ctx.database.write(actor, async (tx) => {
    const event = (await eventForBoard(tx, slug)) ?? refuse('not-found', {});
    const before = await present(tx, event.id);
    refuseStale(version, before);
    refuseWrongWays(actor, input, new Set(before.venues.map((venue) => venue.id)));
    if (!(await keepPlanning(tx, event.id, version, input))) refuse('changed-meanwhile', {}, { current: before });
    const { ways, ...values } = input;
    await writeHistory(tx, {
      ...{ at: ctx.now(), actor, subject: 'event', subjectId: event.id, eventId: event.id },
      ...{ action: 'planning.changed', details: { ...values, ways: ways.length } },
    });
    return present(tx, event.id);
  });
}

function refuseWrongWays(actor: Actor, { ways }: PlanningInput, venues: ReadonlySet<string>): void {
  const seen = new Set<string>();
  const errors = ways.flatMap(({ a, b }, at) => {
    const pair = [a, b].sort().join(' ');
    const fits = a !== b && venues.has(a) && venues.has(b) && !seen.has(pair);
    seen.add(pair);
    return fits ? [] : [{ pointer: `/ways/${at}`, detail: textsIn(clashTexts, actor.lang).wrongWay }];
  });
  if (errors.length > 0) refuse('invalid-input', { count: errors.length }, { errors });
}

async function present(db: Db, eventId: string): Promise<PlanningView> {
  const { ways, ...planning } = await planningOf(db, eventId);
  const venues = await venuesOfEvent(db, eventId);
  return {
    ...planning,
    ways: ways.map(({ a, b, minutes }) => ({ a: a as VenueId, b: b as VenueId, minutes })),
    venues: venues.map(({ id, nameJa, nameEn }) => ({ id: id as VenueId, name: { ja: nameJa, en: nameEn } })),
  };
}
