import { assertDurable, dropAll } from './databases.ts';
import { measureDifferences } from './differences.ts';
import { closeAll } from './load.ts';
import { measurePage } from './page.ts';
import { buildWhenStale, stopAll } from './processes.ts';
import { measureQueue } from './queue.ts';
import { holds, type Line, say } from './report.ts';
import type { Plan } from './rounds.ts';
import { measureSubmit } from './submit.ts';
import { makeBase } from './world.ts';

const asked = new Set(process.argv.slice(2));
const quick = asked.has('--quick');
/** `--quick` shows that it works; only the full plan on a quiet machine gives figures. `--broken` must miss. */
const plan: Plan = {
  rounds: quick ? 3 : 5,
  ms: quick ? 400 : 1_500,
  sizes: quick ? [500, 2_000, 5_000] : [2_000, 20_000, 200_000],
  submissions: quick ? 24 : 160,
  sessions: 1_200,
  blockedMs: asked.has('--broken') ? 5 : 0,
};

const PARTS = { B1: measureQueue, B3: measureSubmit, B6: measurePage, B13: measureDifferences };
const chosen = Object.entries(PARTS).filter(([id]) => ![...asked].some((one) => one in PARTS) || asked.has(id));

const lines: Line[] = [];
try {
  buildWhenStale();
  await assertDurable();
  const base = await makeBase();
  for (const [, part] of chosen) {
    for (const line of await part(base, plan)) {
      say(line);
      lines.push(line);
    }
  }
} finally {
  closeAll();
  await stopAll();
  await dropAll();
}
const missed = lines.filter((line) => !holds(line)).length;
console.log(
  `${lines.length - missed} of ${lines.length} limits hold.${quick ? ' Quick: the figures mean little.' : ''}`,
);
