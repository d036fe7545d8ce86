/** Answers kept in this browser until the server has them: a closed tab or a lost connection costs nothing. */
export type LocalCopy = { answers: Record<string, unknown>; version: number; step: string };

const keyOf = (id: string) => `cop-desk-answers-${id}`;

function stores(): Storage[] {
  try {
    return [localStorage, sessionStorage];
  } catch {
    return [];
  }
}

export function keepCopy(id: string, copy: LocalCopy): void {
  for (const store of stores()) {
    try {
      store.setItem(keyOf(id), JSON.stringify(copy));
      return;
    } catch {
      // full or switched off: the next store, or only this screen's memory
    }
  }
}

export function readCopy(id: string): LocalCopy | null {
  for (const store of stores()) {
    try {
      const found: unknown = JSON.parse(store.getItem(keyOf(id)) ?? 'null');
      if (isCopy(found)) return found;
    } catch {
      // not ours, or cut off: as if it were not there
    }
  }
  return null;
}

export function dropCopy(id: string): void {
  for (const store of stores()) {
    try {
      store.removeItem(keyOf(id));
    } catch {
      // nothing was kept there
    }
  }
}

function isCopy(found: unknown): found is LocalCopy {
  if (typeof found !== 'object' || found === null) return false;
  const { answers, version, step } = found as Record<string, unknown>;
  return typeof answers === 'object' && answers !== null && typeof version === 'number' && typeof step === 'string';
}
