import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

/** How many things wait behind a menu entry, by its address. */
type Counts = Readonly<Record<string, number>>;

const CountsContext = createContext<Counts>({});
const SetCountContext = createContext<(href: string, count: number | undefined) => void>(() => {});

export function DeskCountsProvider({ children }: { children: ReactNode }) {
  const [counts, setCounts] = useState<Counts>({});
  const set = useCallback((href: string, count: number | undefined) => {
    setCounts((all) => {
      if (all[href] === count) return all;
      const { [href]: _gone, ...rest } = all;
      return count === undefined ? rest : { ...rest, [href]: count };
    });
  }, []);
  return (
    <SetCountContext value={set}>
      <CountsContext value={counts}>{children}</CountsContext>
    </SetCountContext>
  );
}

export function useDeskCounts(): Counts {
  return useContext(CountsContext);
}

/** For a screen that knows a count: shows it in the side bar from then on. */
export function useSetDeskCount(): (href: string, count: number | undefined) => void {
  return useContext(SetCountContext);
}
