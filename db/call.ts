import { AsyncLocalStorage } from 'node:async_hooks';
import { CallTookTooLong } from './errors.ts';

/** `endsAt` in milliseconds of `performance.now()`; `committing` counts the commits on their way. */
type Call = { id: string; endsAt: number; committing: number };

const current = new AsyncLocalStorage<Call>();

/**
 * Runs work as one call of the program: what it writes into the record of changes carries the call's id.
 * After `ms` milliseconds the call is over: nothing more of it reaches the database, whatever was open is rolled back,
 * and CallTookTooLong is thrown; unless a commit is on its way, which is waited for so that the answer is the truth.
 */
export async function duringCall<T>(id: string, work: () => Promise<T>, ms: number): Promise<T> {
  const call = { id, endsAt: performance.now() + ms, committing: 0 };
  const working = current.run(call, work);
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      if (call.committing === 0) reject(new CallTookTooLong());
    }, ms);
  });
  return Promise.race([working, over]).finally(() => clearTimeout(timer));
}

/** Runs what goes on after its call has been answered: neither the call's time nor a transaction of it concerns it. */
export const outsideOfCalls: <T>(work: () => T) => T = AsyncLocalStorage.snapshot();

/** The id of the call that is being answered; '' outside of one. */
export function currentCall(): string {
  return current.getStore()?.id ?? '';
}

/** How many milliseconds the call still has; without end outside of one. */
export function timeLeft(): number {
  const call = current.getStore();
  return call ? call.endsAt - performance.now() : Number.POSITIVE_INFINITY;
}

/** Throws CallTookTooLong when the call is over. */
export function refuseLate(): void {
  if (timeLeft() <= 0) throw new CallTookTooLong();
}

/** Runs the end of a transaction that is to be kept: from here on the call waits for what comes of it. */
export async function committing<T>(work: () => Promise<T>): Promise<T> {
  const call = current.getStore();
  if (call) call.committing += 1;
  try {
    return await work();
  } finally {
    if (call) call.committing -= 1;
  }
}
