import type { ComponentPropsWithRef, MouseEvent, ReactNode } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { shellTexts } from '#shared/shell-texts.ts';
import { useTexts } from '../texts.ts';

export type ButtonLook = 'primary' | 'secondary' | 'outline' | 'quiet' | 'danger';
export type ButtonSize = 30 | 36 | 48;

type ButtonProps = Omit<ComponentPropsWithRef<'button'>, 'disabled'> & {
  look?: ButtonLook;
  size?: ButtonSize;
  /** Only an icon inside; give an `aria-label`. */
  iconOnly?: boolean;
  /** The work is under way: a second press does nothing, the width stays. */
  busy?: boolean;
  /** What the label says meanwhile: 「保存しています…」. */
  busyLabel?: string;
  /** Why it cannot be pressed; shown beside it. A button is never disabled without a reason. */
  disabledReason?: string | null;
  children: ReactNode;
};

export function Button(props: ButtonProps) {
  const { look = 'secondary', size = 36, iconOnly, busy = false, busyLabel, disabledReason, children, ...rest } = props;
  const t = useTexts(shellTexts);
  const box = useRef<HTMLButtonElement>(null);
  const reasonId = useId();
  const [width, setWidth] = useState<number>();
  useEffect(() => {
    if (!busy) setWidth(box.current?.offsetWidth);
  }, [busy]);
  const stopped = busy || Boolean(disabledReason);
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (stopped) event.preventDefault();
    else rest.onClick?.(event);
  };
  const button = (
    <button
      type="button"
      {...rest}
      ref={rest.ref ?? box}
      onClick={press}
      className={`button ${rest.className ?? ''}`}
      data-look={look}
      data-size={size}
      data-icon-only={iconOnly || undefined}
      aria-busy={busy || undefined}
      aria-disabled={disabledReason ? true : undefined}
      aria-describedby={disabledReason ? reasonId : rest['aria-describedby']}
      style={busy && width ? { minWidth: width } : rest.style}
    >
      {busy && !iconOnly ? (busyLabel ?? t.busy) : children}
    </button>
  );
  if (!disabledReason) return button;
  return (
    <span className="button-with-reason">
      {button}
      <span id={reasonId} className="button-reason">
        {disabledReason}
      </span>
    </span>
  );
}
