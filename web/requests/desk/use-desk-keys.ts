import { useGo } from '../../navigation.ts';
import { paths } from '../../paths.ts';
import { hasScreen } from '../../screens.ts';
import { useHotkeys } from '../../ui/use-hotkeys.ts';
import { useActs } from './use-acts.ts';

/** The keys that lead from one screen of the desk to another, and the one that takes the last act back. */
export function useDeskKeys(): void {
  const go = useGo();
  const { undoLast } = useActs();
  const to = (href: string) => () => {
    if (hasScreen(href)) go(href);
  };
  useHotkeys({
    'g t': to(paths.desk()),
    'g p': to(paths.passes()),
    'g s': to(paths.schedule()),
    'g m': to(paths.bilaterals()),
    'Ctrl+z': (event) => {
      // Undoing what was typed stays the browser's.
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      undoLast();
    },
  });
}
