import type { Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { deletePart, findRoom, insertRoom, updateRoom, venueIsOf } from '#db/queries/event-parts.ts';
import type { Actor } from '#shared/actor.ts';
import type { RoomInput, RoomView } from '#shared/events/contract.ts';
import { eventFieldTexts } from '#shared/events/field-texts.ts';
import type { RoomId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import { refuseWhenInUse } from '../in-use.ts';
import { refuseStale } from '../refuse-stale.ts';
import { eventOf, writePartHistory } from './part-history.ts';
import { presentRoom } from './present.ts';

function columnsOf({ name, ...plain }: RoomInput) {
  return { ...plain, nameJa: name.ja, nameEn: name.en };
}

export function addRoom(ctx: Ctx, actor: Actor, slug: string, input: RoomInput): Promise<RoomView> {
  return ctx.database.write(actor, async (tx) => {
    const row = { id: newId(), eventId: await eventOf(tx, slug), ...columnsOf(input) };
    await refuseForeignVenue(tx, actor, row);
    await insertRoom(tx, row);
    await writePartHistory(ctx, tx, actor, 'room', 'add', row);
    return presentRoom((await findRoom(tx, row.id)) ?? refuse('not-found', {}));
  });
}

export function changeRoom(ctx: Ctx, actor: Actor, id: RoomId, version: number, input: RoomInput): Promise<RoomView> {
  return ctx.database.write(actor, async (tx) => {
    const before = (await findRoom(tx, id)) ?? refuse('not-found', {});
    refuseStale(version, presentRoom(before));
    await refuseForeignVenue(tx, actor, { eventId: before.eventId, venueId: input.venueId });
    await updateRoom(tx, id, { ...columnsOf(input), version: version + 1 });
    await writePartHistory(ctx, tx, actor, 'room', 'change', before);
    return presentRoom((await findRoom(tx, id)) ?? refuse('not-found', {}));
  });
}

/** Removes a room that neither a session nor a meeting has. */
export function removeRoom(ctx: Ctx, actor: Actor, id: RoomId, version: number): Promise<void> {
  return ctx.database
    .write(actor, async (tx) => {
      const before = (await findRoom(tx, id)) ?? refuse('not-found', {});
      refuseStale(version, presentRoom(before));
      await deletePart(tx, 'room', id);
      await writePartHistory(ctx, tx, actor, 'room', 'remove', before);
    })
    .catch(refuseWhenInUse);
}

/** A room stands in a venue of its own event; the database would refuse another one without saying why. */
async function refuseForeignVenue(tx: Tx, actor: Actor, room: { eventId: string; venueId: string }): Promise<void> {
  if (await venueIsOf(tx, room.eventId, room.venueId)) return;
  const detail = textsIn(eventFieldTexts, actor.lang).venueElsewhere;
  refuse('invalid-input', { count: 1 }, { errors: [{ pointer: '/venueId', detail }] });
}
