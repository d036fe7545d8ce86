// `npm run check`: what CI runs once a bare machine has what it lacks. Ends with the one plain line over all runs.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const url = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const { TEST_DATABASE_URL: _, ...embedded } = process.env;

/** Runs a script of this folder with its own Node and environment. */
function run(script, env, ...args) {
  return spawnSync(process.execPath, [here(script), ...args], { stdio: 'inherit', env }).status === 0;
}

rmSync(here('../../test-results'), { recursive: true, force: true });
let green = run('check.mjs', embedded);
if (run('answers.mjs', embedded, url)) {
  green = run('check.mjs', { ...embedded, TEST_DATABASE_URL: url }) && green;
  green = run('two-instances.mjs', { ...embedded, TEST_DATABASE_URL: url }) && green;
  green = run('three-instances.mjs', { ...embedded, TEST_DATABASE_URL: url }) && green;
} else {
  console.log(
    'Skipped: the tests on PostgreSQL and with several instances, because no server answers (set TEST_DATABASE_URL).',
  );
}
run('count.mjs', embedded);
process.exit(green ? 0 : 1);
