import { useCallback, useRef } from 'react';

/** The same function at every render, always doing what the latest one would: for lists whose rows are remembered. */
export function useStable<Args extends unknown[], Result>(work: (...args: Args) => Result): (...args: Args) => Result {
  const latest = useRef(work);
  latest.current = work;
  return useCallback((...args: Args) => latest.current(...args), []);
}
