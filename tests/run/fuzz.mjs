// Sends twenty thousand strange requests, or as many as said: npm run fuzz -- 300000 [first seed]
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [count = '20000', seed] = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', 'tests/fuzz'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, FUZZ_REQUESTS: count, ...(seed ? { FUZZ_SEED: seed } : {}) } },
);
process.exit(status ?? 1);
