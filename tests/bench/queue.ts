import { onDatabase, ownDatabase } from './databases.ts';
import { send, type Target } from './load.ts';
import { startBare, startProgram, startRecorded } from './processes.ts';
import type { Line } from './report.ts';
import { compare, type Plan, rates } from './rounds.ts';
import { type Base, fillQueue } from './world.ts';

const PATH = '/api/requests?event=cop32&kind=speaking&state=in_triage&limit=50';

/** B1: the staff's queue, filtered by kind and state, in order of risk. */
export async function measureQueue(base: Base, plan: Plan): Promise<Line[]> {
  const lines: Line[] = [];
  const p95: number[] = [];
  for (const size of plan.sizes) {
    const targets = await prepare(base, size);
    // What the artificial fault costs grows with the data, as a missing index would.
    const fault = { ...plan, blockedMs: plan.blockedMs * (1 + plan.sizes.indexOf(size)) };
    for (const atOnce of [1, 16]) {
      const found = await compare(targets, atOnce, fault);
      if (atOnce === 1) p95.push(found.ours.p95);
      const what = `queue of ${size.toLocaleString('en')}, ${atOnce} at once`;
      lines.push({ id: 'B1', what, value: found.ratio, limit: 0.5, better: 'more', note: rates(found) });
    }
    await targets.stop();
  }
  const [first = Number.NaN, last = Number.NaN] = [p95.at(0), p95.at(-1)];
  lines.push({
    id: 'B1',
    what: `p95 of the largest queue to that of the smallest`,
    value: last / first,
    limit: 1.3,
    better: 'less',
    note: `${last.toFixed(2)} ms to ${first.toFixed(2)} ms`,
  });
  return lines;
}

async function prepare(base: Base, size: number): Promise<{ ours: Target; bare: Target; stop: () => Promise<void> }> {
  const address = await ownDatabase(`queue_${size}`, base.address);
  await fillQueue(address, size);
  const headers = { cookie: base.staff, accept: 'application/json' };
  const recorded = await startRecorded(address);
  await send(recorded.port, { path: PATH, headers }, 200);
  recorded.taken();
  const answer = (await send(recorded.port, { path: PATH, headers }, 200)).body.toString();
  const statement = recorded.taken().find(({ text }) => text.includes('as items'));
  if (!statement) throw new Error('The statement of the queue was not seen.');
  await recorded.stop();
  const next = answer.slice(answer.lastIndexOf('"next":') + '"next":'.length, -1);
  const type = 'application/json; charset=utf-8';
  const [program, bare] = [
    await startProgram(address),
    await startBare('queue', { address, ...statement, next, type }),
  ];
  const same = (await send(bare.port, { path: PATH }, 200)).body.toString();
  if (same.length !== answer.length) throw new Error(`The bare handler sends ${same.length}, not ${answer.length}.`);
  return {
    ours: { port: program.port, ask: () => ({ path: PATH, headers }), expects: 200 },
    bare: { port: bare.port, ask: () => ({ path: PATH, headers }), expects: 200 },
    async stop() {
      await Promise.all([program.stop(), bare.stop()]);
      await onDatabase(base.address, [`drop database ${new URL(address).pathname.slice(1)} with (force)`]);
    },
  };
}
