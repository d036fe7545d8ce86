import type { z } from 'zod';
import type { Tx } from '#db/connect.ts';
import { type EventChange, lockEvent, replaceDays, updateEvent } from '#db/queries/events.ts';
import { writeHistory } from '#db/queries/history.ts';
import type { Actor } from '#shared/actor.ts';
import type { ChangeEvent, DaysInput, EventView } from '#shared/events/contract.ts';
import { eventFieldTexts } from '#shared/events/field-texts.ts';
import { refuse } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import { refuseStale } from '../refuse-stale.ts';
import { wholeEvent } from './read-event.ts';

/** The facts of an event as its row keeps them. */
export function columnsOf({ name, city, country, venueName, pavilion, notes, ...facts }: ChangeEvent): EventChange {
  const { shortName, startsOn, endsOn, actualEndsOn, provisional, timeZone, passportMonths, phase } = facts;
  return {
    ...{ shortName, startsOn, endsOn, actualEndsOn, provisional, timeZone, passportMonths, phase },
    ...{ nameJa: name.ja, nameEn: name.en, cityJa: city.ja, cityEn: city.en },
    ...{ countryJa: country.ja, countryEn: country.en, venueJa: venueName.ja, venueEn: venueName.en },
    ...{ pavilionJa: pavilion.ja, pavilionEn: pavilion.en, notesJa: notes.ja, notesEn: notes.en },
  };
}

/** Changes what an event is called, where and when it is, and how far we are with it. */
export function changeEvent(
  ctx: Ctx,
  actor: Actor,
  slug: string,
  version: number,
  input: ChangeEvent,
): Promise<EventView> {
  return ctx.database.write(actor, async (tx) => {
    const event = await lockCurrent(tx, slug, version);
    await updateEvent(tx, event.id, columnsOf(input));
    const entry = { subject: 'event', subjectId: event.id, eventId: event.id, action: 'change' };
    await writeHistory(tx, { at: ctx.now(), actor, ...entry, from: event.phase, to: input.phase });
    return wholeEvent(tx, slug);
  });
}

/** Sets the days of an event's programme. */
export function changeDays(
  ctx: Ctx,
  actor: Actor,
  slug: string,
  version: number,
  { days }: z.output<typeof DaysInput>,
): Promise<EventView> {
  const twice = days.findIndex(({ day }, index) => days.findIndex((other) => other.day === day) !== index);
  if (twice >= 0) {
    const detail = textsIn(eventFieldTexts, actor.lang).dayTwice;
    refuse('invalid-input', { count: 1 }, { errors: [{ pointer: `/days/${twice}/day`, detail }] });
  }
  return ctx.database.write(actor, async (tx) => {
    const event = await lockCurrent(tx, slug, version);
    await replaceDays(
      tx,
      event.id,
      days.map(({ day, theme, rest }) => ({ day, themeJa: theme.ja, themeEn: theme.en, rest })),
    );
    await updateEvent(tx, event.id, {});
    const entry = { subject: 'event', subjectId: event.id, eventId: event.id, action: 'change-days' };
    await writeHistory(tx, { at: ctx.now(), actor, ...entry, details: { days: days.map(({ day }) => day) } });
    return wholeEvent(tx, slug);
  });
}

async function lockCurrent(tx: Tx, slug: string, version: number) {
  const event = (await lockEvent(tx, slug)) ?? refuse('not-found', {});
  if (event.version !== version) refuseStale(version, await wholeEvent(tx, slug));
  return event;
}
