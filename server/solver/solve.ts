import { Worker } from 'node:worker_threads';
import type { LinearModel, Progress, Solution } from '#shared/linear-model.ts';

export type SolveOptions = {
  /** After so long the best answer so far counts. */
  timeLimitMs: number;
  /** Gives the run up: the promise is refused with the signal's reason. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
};

/** How much longer than its limit a thread may take to load and to hand over before it is ended. */
const GRACE_MS = 10_000;

let last: Promise<unknown> = Promise.resolve();

/**
 * The best whole numbers for a model, found by HiGHS on a thread of its own, so that nobody who uses the desk waits.
 * One run at a time in this program: the next begins when the one before is over, and its limit counts from there.
 */
export function solve(model: LinearModel, options: SolveOptions): Promise<Solution> {
  const turn = last.then(() => run(model, options));
  last = turn.catch(() => undefined);
  return turn;
}

function run(model: LinearModel, { timeLimitMs, signal, onProgress }: SolveOptions): Promise<Solution> {
  if (signal?.aborted) return Promise.reject(signal.reason);
  if (model.columns.length === 0) {
    return Promise.resolve({ status: 'optimal', values: [], objective: 0, bound: 0, seconds: 0 });
  }
  const worker = new Worker(workerAddress(import.meta.url), { workerData: { ...model, timeLimitMs } });
  let giveUp = () => {};
  let tooLong: NodeJS.Timeout | undefined;
  return new Promise<Solution>((resolve, reject) => {
    giveUp = () => reject(signal?.reason);
    signal?.addEventListener('abort', giveUp);
    tooLong = setTimeout(() => reject(new Error('the solver does not answer')), timeLimitMs + GRACE_MS);
    worker.on('message', (message: { progress: Progress } | { solution: Solution }) => {
      if ('solution' in message) resolve(message.solution);
      else onProgress?.(message.progress);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the solver ended with ${code}`)));
  }).finally(() => {
    clearTimeout(tooLong);
    signal?.removeEventListener('abort', giveUp);
    return worker.terminate();
  });
}

/** Beside this file in the sources; in the built program under the folder of `main.js`, wherever the bundler put this. */
export function workerAddress(here: string): URL {
  if (here.endsWith('/server/solver/solve.ts')) return new URL('./worker.mjs', here);
  return new URL('solver/worker.js', here.replace(/(\/parts)?\/[^/]*$/, '/'));
}
