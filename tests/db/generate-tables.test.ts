import fs from 'node:fs';
import { expect, test } from 'vitest';
import { tablesSource } from '#db/generate-tables.ts';
import { freshDatabase } from '#tests/support/database.ts';

test('db/tables.ts is what the migrations make: otherwise run npm run db:types', async () => {
  const file = new URL('../../db/tables.ts', import.meta.url);
  const database = await freshDatabase();
  expect(fs.readFileSync(file, 'utf8')).toBe(await tablesSource(database));
  await database.close();
}, 120_000);
