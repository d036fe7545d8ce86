import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { ButtonLook, ButtonSize } from './Button.tsx';

export type MenuEntry = {
  label: string;
  onSelect: () => void;
  icon?: ReactNode;
  danger?: boolean;
  /** Why it cannot be chosen now; shown below the label. */
  disabledReason?: string | null;
};

type MenuProps = {
  /** What the button shows. */
  trigger: ReactNode;
  label: string;
  entries: readonly MenuEntry[];
  side?: 'start' | 'end';
  up?: boolean;
  className?: string;
  look?: ButtonLook;
  size?: ButtonSize;
};

/** A button that opens a short list of actions: arrows move, Escape and Tab close, focus returns to the button. */
export function Menu({ trigger, label, entries, side = 'start', up, className, look, size = 36 }: MenuProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const listId = useId();
  useEffect(() => {
    if (!open) return;
    box.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const leave = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [open]);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
    if (event.key === 'Tab') setOpen(false);
    const items = [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    items.at(next % items.length)?.focus();
  };
  return (
    <div className="menu" ref={box} onKeyDown={onKeyDown} role="none">
      <button
        ref={opener}
        type="button"
        className={className ?? 'button'}
        data-look={look}
        data-size={size}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-label={label}
        onClick={() => setOpen(!open)}
      >
        {trigger}
      </button>
      {open ? (
        <div
          id={listId}
          className="menu-list"
          role="menu"
          aria-label={label}
          data-side={side}
          data-up={up || undefined}
        >
          {entries.map((entry) => (
            <button
              key={entry.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className="menu-item"
              data-danger={entry.danger || undefined}
              aria-disabled={entry.disabledReason ? true : undefined}
              onClick={() => {
                if (entry.disabledReason) return;
                close();
                entry.onSelect();
              }}
            >
              {entry.icon}
              <span>
                {entry.label}
                {entry.disabledReason ? <small>{entry.disabledReason}</small> : null}
              </span>
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
