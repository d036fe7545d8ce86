import { newId } from '#db/id.ts';
import { type DayRow, insertEvent, listProcesses, replaceDays } from '#db/queries/events.ts';
import { writeHistory } from '#db/queries/history.ts';
import type { Actor } from '#shared/actor.ts';
import type { CreateEvent, EventView } from '#shared/events/contract.ts';
import { eventFieldTexts } from '#shared/events/field-texts.ts';
import { refuse } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';
import { addDays, daysBetween } from '#shared/time.ts';
import type { Ctx } from '../context.ts';
import { columnsOf } from './change-event.ts';
import { wholeEvent } from './read-event.ts';

/** Creates an event and the days of its programme; venues, deadlines, windows and pools are added to it afterwards. */
export function createEvent(ctx: Ctx, actor: Actor, input: CreateEvent): Promise<EventView> {
  const { slug, processId, startsOn, endsOn, phase } = input;
  const words = textsIn(eventFieldTexts, actor.lang);
  return ctx.database.write(actor, async (tx) => {
    if (!(await listProcesses(tx)).some((process) => process.id === processId)) {
      refuse('invalid-input', { count: 1 }, { errors: [{ pointer: '/processId', detail: words.noProcess }] });
    }
    const id = newId();
    // Two at once: the database lets one in, and the other one waits for it and is told.
    if (!(await insertEvent(tx, { id, slug, processId, ...columnsOf(input) }))) {
      refuse('already-exists', {}, { errors: [{ pointer: '/slug', detail: words.slugTaken }] });
    }
    await replaceDays(tx, id, daysFrom(startsOn, endsOn));
    const entry = { subject: 'event', subjectId: id, eventId: id, action: 'create' };
    await writeHistory(tx, { at: ctx.now(), actor, ...entry, to: phase });
    return wholeEvent(tx, slug);
  });
}

function daysFrom(first: string, last: string): DayRow[] {
  const count = daysBetween(first, last) + 1;
  return Array.from({ length: count }, (_, n) => ({ day: addDays(first, n), themeJa: '', themeEn: '', rest: false }));
}
