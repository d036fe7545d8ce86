import { z } from 'zod';
import { ProgrammeSessionId } from '#shared/ids.ts';
import { Instant } from '#shared/shapes.ts';
import { MOST_FAVOURITES } from './favourites.ts';

/** A session somebody starred, or no longer does; `at` is when. */
export const FavouriteView = z.strictObject({ id: ProgrammeSessionId, on: z.boolean(), at: Instant });
export const Favourites = z.strictObject({ items: z.array(FavouriteView).max(MOST_FAVOURITES) });
export type Favourites = z.infer<typeof Favourites>;
