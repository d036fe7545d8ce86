import { AsyncLocalStorage } from 'node:async_hooks';
import { NestedUse } from './errors.ts';

type Scope = { open: boolean };

const current = new AsyncLocalStorage<Scope>();

/** Throws NestedUse when the caller is inside an open transaction. */
export function refuseNesting(): void {
  if (current.getStore()?.open) throw new NestedUse();
}

/** Runs work so that everything it calls is known to be inside a transaction, until the work ends. */
export async function inScope<T>(work: (scope: Scope) => Promise<T>): Promise<T> {
  const scope = { open: true };
  try {
    return await current.run(scope, () => work(scope));
  } finally {
    scope.open = false;
  }
}
