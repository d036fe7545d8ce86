import type { ReactNode } from 'react';
import { X } from './icons.tsx';

type ChipProps = { pressed: boolean; onPress: () => void; children: ReactNode };

/** A filter that is on or off; when on, a cross shows that pressing takes it away. */
export function Chip({ pressed, onPress, children }: ChipProps) {
  return (
    <button type="button" className="chip" aria-pressed={pressed} onClick={onPress}>
      {children}
      {pressed ? <X aria-hidden="true" /> : null}
    </button>
  );
}

/** A small label; `late` and `live` are the only loud ones. */
export function Tag({ tone, children }: { tone?: 'warn' | 'late' | 'live'; children: ReactNode }) {
  return (
    <span className="tag" data-tone={tone}>
      {children}
    </span>
  );
}
