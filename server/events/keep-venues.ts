import { newId } from '#db/id.ts';
import { findVenue, insertVenue, updateVenue } from '#db/queries/event-parts.ts';
import type { Actor } from '#shared/actor.ts';
import type { VenueInput, VenueView } from '#shared/events/contract.ts';
import type { VenueId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { refuseStale } from '../refuse-stale.ts';
import { eventOf, writePartHistory } from './part-history.ts';
import { presentVenue } from './present.ts';

const columnsOf = ({ name, zone, timeZone }: VenueInput) => ({ nameJa: name.ja, nameEn: name.en, zone, timeZone });

export function addVenue(ctx: Ctx, actor: Actor, slug: string, input: VenueInput): Promise<VenueView> {
  return ctx.database.write(actor, async (tx) => {
    const row = { id: newId(), eventId: await eventOf(tx, slug), ...columnsOf(input) };
    await insertVenue(tx, row);
    await writePartHistory(ctx, tx, actor, 'venue', 'add', row);
    return presentVenue({ ...row, version: 1 });
  });
}

/** Changes a venue; its rooms keep its time zone. */
export function changeVenue(
  ctx: Ctx,
  actor: Actor,
  id: VenueId,
  version: number,
  input: VenueInput,
): Promise<VenueView> {
  return ctx.database.write(actor, async (tx) => {
    const before = (await findVenue(tx, id)) ?? refuse('not-found', {});
    refuseStale(version, presentVenue(before));
    const change = { ...columnsOf(input), version: version + 1 };
    await updateVenue(tx, id, change);
    await writePartHistory(ctx, tx, actor, 'venue', 'change', before);
    return presentVenue({ ...before, ...change });
  });
}
