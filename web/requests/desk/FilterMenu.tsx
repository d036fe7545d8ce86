import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ChevronDown } from '../../ui/icons.tsx';

/** A filter that opens a list of choices below its button; Escape and a press elsewhere close it. */
export function FilterMenu({ label, on, children }: { label: string; on: boolean; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    box.current?.querySelector<HTMLElement>('input')?.focus();
    const leave = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [open]);
  return (
    <div
      ref={box}
      className="menu"
      role="none"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        event.preventDefault();
        setOpen(false);
        opener.current?.focus();
      }}
    >
      <button
        ref={opener}
        type="button"
        className="queue-filter"
        data-on={on || undefined}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {label}
        <ChevronDown aria-hidden="true" />
      </button>
      {open ? <div className="menu-list queue-choices">{children}</div> : null}
    </div>
  );
}
