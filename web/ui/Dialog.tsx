import { type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';

type DialogProps = {
  open: boolean;
  /** Asked for by Escape or a press outside; leave it out when the person must decide. */
  onClose?: () => void;
  title: string;
  children?: ReactNode;
  /** Buttons, the careful one first. */
  actions?: ReactNode;
  wide?: boolean;
};

/**
 * A question that interrupts; the browser keeps focus inside and gives it back afterwards. It stands at the end of the
 * page, because a form inside another one is sent by the browser itself: the outer form swallows its event.
 */
export function Dialog({ open, onClose, title, children, actions, wide }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  if (!open) return null;
  return createPortal(
    <dialog
      ref={box}
      className="dialog"
      data-wide={wide || undefined}
      aria-labelledby={titleId}
      onSubmit={(event) => event.stopPropagation()}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onMouseDown={(event) => {
        if (event.target === box.current && outside(event.nativeEvent, box.current)) onClose?.();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
      {actions ? <div className="dialog-actions">{actions}</div> : null}
    </dialog>,
    document.body,
  );
}

function outside(event: MouseEvent, box: HTMLElement): boolean {
  const { left, right, top, bottom } = box.getBoundingClientRect();
  return event.clientX < left || event.clientX > right || event.clientY < top || event.clientY > bottom;
}
