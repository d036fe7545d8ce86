import type { Database } from '#db/connect.ts';
import { nobody } from '../database.ts';
import { type Belongings, belongings } from './belongings.ts';
import { type Surroundings, surroundings } from './surroundings.ts';

export type TwoMembers = { ours: Belongings; theirs: Belongings; around: Surroundings };

/** Two municipalities at one event with one of everything each, so that whatever leaks has something to leak. */
export async function twoMembers(database: Database): Promise<TwoMembers> {
  return database.write(nobody, async (tx) => {
    const around = await surroundings(tx);
    const [ours, theirs] = [await belongings(tx, around, 1), await belongings(tx, around, 2)];
    return { ours, theirs, around };
  });
}
