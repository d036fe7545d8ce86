import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<string>();

/** Runs work as one call of the program: what it writes into the record of changes carries the call's id. */
export function duringCall<T>(id: string, work: () => Promise<T>): Promise<T> {
  return current.run(id, work);
}

/** The id of the call that is being answered; '' outside of one. */
export function currentCall(): string {
  return current.getStore() ?? '';
}
