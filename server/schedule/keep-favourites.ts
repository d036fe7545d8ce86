import { findEventId } from '#db/queries/events.ts';
import { everReleased, favouritesOf, lockFavourites, replaceFavourites } from '#db/queries/favourites.ts';
import type { Ctx } from '#server/context.ts';
import type { Actor } from '#shared/actor.ts';
import type { ProgrammeSessionId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { Favourites } from '#shared/schedule/favourite-contract.ts';
import { type Favourite, mergeFavourites } from '#shared/schedule/favourites.ts';

const owner = (actor: Actor) => actor.accountId ?? refuse('not-signed-in', {});

/** My favourites at an event. */
export function readFavourites(ctx: Ctx, actor: Actor, slug: string): Promise<Favourites> {
  return ctx.database.read(actor, async (db) => {
    const eventId = (await findEventId(db, slug)) ?? refuse('not-found', {});
    return present(await favouritesOf(db, owner(actor), eventId));
  });
}

/** Merges a device's favourites with mine: of each session the later word counts. Answers with all of them. */
export function keepFavourites(ctx: Ctx, actor: Actor, slug: string, { items }: Favourites): Promise<Favourites> {
  // A device whose clock is ahead must not have the last word for ever.
  const now = ctx.realNow().getTime();
  const said = items.map((one) => ({ ...one, at: Math.min(Date.parse(one.at), now) }));
  return ctx.database.write(actor, async (tx) => {
    const accountId = owner(actor);
    const eventId = (await findEventId(tx, slug)) ?? refuse('not-found', {});
    await lockFavourites(tx, accountId);
    const known = await everReleased(
      tx,
      eventId,
      said.map(({ id }) => id),
    );
    const before = await favouritesOf(tx, accountId, eventId);
    const merged = mergeFavourites(
      before,
      said.filter(({ id }) => known.has(id)),
    );
    if (JSON.stringify(merged) !== JSON.stringify(before)) await replaceFavourites(tx, accountId, eventId, merged);
    return present(merged);
  });
}

function present(favourites: readonly Favourite[]): Favourites {
  const items = favourites.map(({ id, on, at }) => ({
    id: id as ProgrammeSessionId,
    on,
    at: new Date(at).toISOString(),
  }));
  return { items };
}
