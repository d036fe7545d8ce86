import { useHotkeys } from '../../ui/use-hotkeys.ts';
import type { BulkDeed } from './BulkDialog.tsx';

type QueueKeys = {
  active: boolean;
  /** The panel has the keys 1 to 4 while it is open. */
  open: boolean;
  mayTriage: boolean;
  mayFile: boolean;
  hasTargets: boolean;
  move: (by: number) => void;
  onOpen: () => void;
  onClose: () => void;
  onChoose: (range: boolean) => void;
  onBulk: (deed: BulkDeed) => void;
  onStates: () => void;
  onSearch: () => void;
  onKeys: () => void;
  onBehalf: () => void;
};

/** The keys of the queue; every one of them has a button as well. */
export function useQueueKeys(keys: QueueKeys): void {
  const judge = (deed: BulkDeed) => () => {
    if (keys.hasTargets && keys.mayTriage) keys.onBulk(deed);
  };
  useHotkeys(
    {
      j: () => keys.move(1),
      k: () => keys.move(-1),
      x: () => keys.onChoose(false),
      'Shift+x': () => keys.onChoose(true),
      Enter: keys.onOpen,
      Escape: keys.onClose,
      ...(keys.open ? {} : { '1': judge('approve'), '2': judge('ask'), '3': judge('waitlist'), '4': judge('decline') }),
      ...(keys.open ? {} : { c: keys.onOpen, n: keys.onOpen }),
      i: judge('assign'),
      m: judge('message'),
      s: () => {
        if (keys.mayTriage) keys.onStates();
      },
      '/': keys.onSearch,
      '?': keys.onKeys,
      ...(keys.mayFile ? { 'Shift+n': keys.onBehalf } : {}),
    },
    keys.active,
  );
}
