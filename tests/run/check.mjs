// `npm test`: types, lint, then every test. Prints what it skipped, and counts from the runner's own report.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const reports = fileURLToPath(new URL('../../test-results/', import.meta.url));
mkdirSync(reports, { recursive: true });

/** Runs one of the project's own tools with this Node, without a shell: the path may hold spaces. */
function run(name, file, args) {
  const started = Date.now();
  const { status } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL(`../../node_modules/${file}`, import.meta.url)), ...args],
    { cwd: root, stdio: 'inherit' },
  );
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return status === 0;
}

const engine = process.env.TEST_DATABASE_URL ? 'postgresql' : 'embedded';
const report = `${reports}${engine}.json`;
rmSync(report, { force: true });
// Types and lint do not depend on the engine; the run on the embedded one has judged them.
const sound =
  engine === 'postgresql' ||
  (run('types', 'typescript/bin/tsc', []) &
    run('lint', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings'])) ===
    1;
const green = run(`tests on ${engine === 'embedded' ? 'the embedded database' : 'PostgreSQL'}`, 'vitest/vitest.mjs', [
  'run',
  '--config',
  'tests/vitest.config.ts',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
]);
if (!process.env.TEST_DATABASE_URL)
  console.log('Skipped: the same tests on a PostgreSQL server (set TEST_DATABASE_URL).');
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
if (!existsSync(chromium))
  console.log(`Skipped: the journeys in a browser, because there is no Chromium at ${chromium} (set CHROMIUM).`);
if (existsSync(report)) {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
  console.log(`${engine}: ${numPassedTests} passed, ${numFailedTests} failed`);
}
process.exit(sound && green ? 0 : 1);
