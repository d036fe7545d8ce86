import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';

const NARROWEST = 420;
const WIDEST = 640;

function keptWidth(name: string, usual: number): number {
  try {
    const kept = Number(localStorage.getItem(name));
    return kept >= NARROWEST && kept <= WIDEST ? kept : usual;
  } catch {
    return usual;
  }
}

type PaneProps = {
  label: string;
  /** What the handle is called. */
  handle: string;
  /** Under which name this browser remembers the width. */
  name: string;
  usual?: number;
  /** Lies over the list instead of beside it. */
  over: boolean;
  children: ReactNode;
};

/** A pane at the right whose width one can pull, or change with the arrow keys; this browser remembers it. */
export function Pane({ label, handle, name, usual = 506, over, children }: PaneProps) {
  const [width, setWidth] = useState(() => keptWidth(name, usual));
  const from = useRef<{ x: number; width: number } | null>(null);
  useEffect(() => {
    try {
      localStorage.setItem(name, String(width));
    } catch {
      // a browser without storage shows the usual width next time
    }
  }, [name, width]);
  const set = (next: number) => setWidth(Math.round(Math.min(WIDEST, Math.max(NARROWEST, next))));
  const onKeyDown = (event: KeyboardEvent) => {
    const next = { ArrowLeft: width + 20, ArrowRight: width - 20, Home: WIDEST, End: NARROWEST }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    set(next);
  };
  const begin = (event: PointerEvent<HTMLHRElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, width };
  };
  return (
    <aside className="request-pane" data-over={over || undefined} aria-label={label} style={{ width }}>
      <hr
        className="request-grip wide-only"
        aria-orientation="vertical"
        aria-label={handle}
        aria-valuenow={width}
        aria-valuemin={NARROWEST}
        aria-valuemax={WIDEST}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={begin}
        onPointerMove={(event) => {
          if (from.current) set(from.current.width + from.current.x - event.clientX);
        }}
        onPointerUp={() => {
          from.current = null;
        }}
      />
      {children}
    </aside>
  );
}
