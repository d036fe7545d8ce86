import { useCallback, useEffect, useRef, useState } from 'react';
import { between, keepCursor, step, toggled } from './cursor.ts';

/** The cursor and the choice over a list of ids; both stay where they are when the list is read anew. */
export function useSelection(ids: readonly string[], begin: string | null) {
  const [cursor, setCursor] = useState<string | null>(begin);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string | null>(null);
  const list = useRef(ids);
  useEffect(() => {
    const before = list.current;
    list.current = ids;
    setCursor((now) => (ids.length === 0 ? now : keepCursor(before, ids, now)));
  }, [ids]);
  const choose = useCallback((id: string, range: boolean) => {
    const from = range ? anchor.current : null;
    if (!range) anchor.current = id;
    setChosen((now) => (from ? new Set([...now, ...between(list.current, from, id)]) : toggled(now, id)));
  }, []);
  return {
    cursor,
    setCursor,
    chosen,
    choose,
    clear: useCallback(() => setChosen(new Set()), []),
    keep: useCallback((some: readonly string[]) => setChosen(new Set(some)), []),
    stepped: (by: number) => step(list.current, cursor, by),
  };
}
