// Changes the keys of ten thousand cells, or as many as said, while people look and enter: npm run rotation -- 10000
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [cells = '10000'] = process.argv.slice(2);
const file = 'tests/server/delegations/rotate-keys.test.ts';
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', file, '-t', 'people look and enter'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, ROTATE_CELLS: cells } },
);
process.exit(status ?? 1);
