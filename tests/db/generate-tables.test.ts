import fs from 'node:fs';
import { expect, test } from 'vitest';
import { tablesSource } from '#db/generate-tables.ts';

test('db/tables.ts is what the migrations make: otherwise run npm run db:types', async () => {
  const file = new URL('../../db/tables.ts', import.meta.url);
  expect(fs.readFileSync(file, 'utf8')).toBe(await tablesSource());
});
