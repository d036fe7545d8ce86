import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { nobody, useDatabase } from '#tests/support/database.ts';

const world = useDatabase();

test('an ended handle and nested use throw', async () => {
  const kept = await world.database.read(nobody, async (db) => db);
  await expect(sql`select 1`.execute(kept)).rejects.toThrow('outside its transaction');
  await expect(
    world.database.write(nobody, () => world.database.read(nobody, (db) => sql`select 1`.execute(db))),
  ).rejects.toThrow('inside an open transaction');
});
