import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { shellTexts } from '#shared/shell-texts.ts';
import { useTexts } from '../texts.ts';
import { X } from './icons.tsx';

export type Toast = {
  message: string;
  /** Takes the action back; the toast then stays until it is used or closed. */
  undo?: () => void;
};

type Shown = Toast & { key: number };

const ToastContext = createContext<(toast: Toast) => void>(() => {});

/** Shows a short message at the foot of the screen, with a way back where there is one. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext);
}

const STAY_MS = 6_000;
const STAY_WITH_UNDO_MS = 20_000;
let nextKey = 1;

export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTexts(shellTexts);
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const close = useCallback((key: number) => setShown((all) => all.filter((one) => one.key !== key)), []);
  const show = useCallback(
    (toast: Toast) => {
      const key = nextKey++;
      setShown((all) => [...all.slice(-2), { ...toast, key }]);
      setTimeout(() => close(key), toast.undo ? STAY_WITH_UNDO_MS : STAY_MS);
    },
    [close],
  );
  const list = useMemo(
    () =>
      shown.map(({ key, message, undo }) => (
        <div key={key} className="toast">
          {message}
          {undo ? (
            <button
              type="button"
              onClick={() => {
                close(key);
                undo();
              }}
            >
              {t.undo}
            </button>
          ) : null}
          <button type="button" aria-label={t.close} onClick={() => close(key)}>
            <X size={16} aria-hidden="true" />
          </button>
        </div>
      )),
    [shown, close, t],
  );
  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts" role="status">
        {list}
      </div>
    </ToastContext>
  );
}
