import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { solve, workerAddress } from '#server/solver/solve.ts';
import { gapOf, type LinearModel } from '#shared/linear-model.ts';

const LIMIT = { timeLimitMs: 10_000 };
const knapsack: LinearModel = {
  columns: [{ gain: 10 }, { gain: 6 }, { gain: 5 }],
  rows: [
    {
      entries: [
        [0, 5],
        [1, 3],
        [2, 2],
      ],
      upper: 5,
    },
  ],
};

/** A market split: nothing fits exactly, and to prove it takes longer than any test waits. */
function hard(size = 40, rows = 6): LinearModel {
  let state = 7;
  const next = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % 100;
  };
  const columns = Array.from({ length: size }, () => ({ gain: next() }));
  return {
    columns,
    rows: Array.from({ length: rows }, () => {
      const factors = columns.map(next);
      const half = Math.floor(factors.reduce((a, b) => a + b, 0) / 2);
      return { entries: factors.map((factor, at) => [at, factor] as const), lower: half - 3, upper: half + 3 };
    }),
  };
}

test('finds the best answer, proven, the same one every time', async () => {
  const found = await solve(knapsack, LIMIT);
  expect(found).toMatchObject({ status: 'optimal', objective: 11, bound: 11, values: [0, 1, 1] });
  expect((await solve(knapsack, LIMIT)).values).toEqual(found.values);
  expect(gapOf(found)).toBe(0);
  expect(gapOf({ status: 'feasible', objective: 10, bound: 11 })).toBeCloseTo(0.1);
});

test('says when nothing fits, and answers a model without columns at once', async () => {
  const never: LinearModel = { columns: [{ gain: 1 }], rows: [{ entries: [[0, 1]], lower: 2 }] };
  expect(await solve(never, LIMIT)).toMatchObject({ status: 'infeasible', values: [] });
  expect(await solve({ columns: [], rows: [] }, LIMIT)).toMatchObject({ status: 'optimal', values: [] });
});

test('stops at its limit and says how much better an answer could be, while nobody waits', async () => {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const steps: number[] = [];
  delay.enable();
  const found = await solve(hard(), { timeLimitMs: 1500, onProgress: ({ seconds }) => steps.push(seconds) });
  delay.disable();
  expect(['feasible', 'unknown']).toContain(found.status);
  expect(found.seconds).toBeLessThan(6);
  expect(found.bound).toBeGreaterThanOrEqual(found.objective);
  expect(steps.length).toBeGreaterThan(0);
  expect(delay.percentile(90) / 1e6).toBeLessThan(50);
});

test('gives up when it is told to, and the next run has its turn', async () => {
  const stop = new AbortController();
  const running = solve(hard(), { timeLimitMs: 60_000, signal: stop.signal });
  const next = solve(knapsack, LIMIT);
  const before = solve(hard(), { timeLimitMs: 60_000, signal: stop.signal });
  stop.abort(new Error('not wanted any more'));
  await expect(running).rejects.toThrow('not wanted any more');
  await expect(before).rejects.toThrow('not wanted any more');
  expect((await next).objective).toBe(11);
});

test('finds its thread in the sources and wherever the bundler puts it', () => {
  expect(workerAddress('file:///desk/server/solver/solve.ts').href).toBe('file:///desk/server/solver/worker.mjs');
  expect(workerAddress('file:///desk/dist/server/main.js').href).toBe('file:///desk/dist/server/solver/worker.js');
  expect(workerAddress('file:///desk/dist/server/parts/a-1.js').href).toBe('file:///desk/dist/server/solver/worker.js');
});
