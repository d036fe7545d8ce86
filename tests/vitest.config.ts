import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
const browser = fs.existsSync(chromium);
if (!browser) console.log(`Journeys are skipped: no Chromium at ${chromium} (set CHROMIUM).`);

const prepare = fileURLToPath(new URL('./support/prepare-database.ts', import.meta.url));

// A project with its own number of workers needs a turn of its own.
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['tests/shared/**/*.test.ts', 'tests/architecture/**/*.test.ts', 'tests/web/**/*.test.{ts,tsx}'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        root,
        test: {
          name: 'database',
          include: ['tests/db/**/*.test.ts', 'tests/server/**/*.test.ts', 'tests/fuzz/**/*.test.ts'],
          globalSetup: [prepare],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        root,
        test: {
          name: 'journeys',
          include: browser ? ['tests/journeys/**/*.test.ts'] : [],
          globalSetup: [prepare],
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
    passWithNoTests: true,
  },
});
