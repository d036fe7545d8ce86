import { useEffect, useState } from 'react';
import { shellTexts } from '#shared/shell-texts.ts';
import { useTexts } from '../texts.ts';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** Whether `ms` have passed since the part appeared. */
export function usePassed(ms: number): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return passed;
}

const SHOW_AFTER_MS = 300;
const SLOW_AFTER_MS = 8_000;

/** Rows to come: nothing at first, still grey rows after 0.3 s, a line with a way to retry after 8 s. */
export function Skeleton({ rows = 5, onRetry }: { rows?: number; onRetry?: () => void }) {
  const t = useTexts(shellTexts);
  const shown = usePassed(SHOW_AFTER_MS);
  const slow = usePassed(SLOW_AFTER_MS);
  if (!shown) return null;
  const retry = onRetry ? (
    <Button size={30} onClick={onRetry}>
      {t.retry}
    </Button>
  ) : null;
  return (
    <div aria-busy="true">
      <VisuallyHidden>{t.loading}</VisuallyHidden>
      {slow ? <Banner action={retry}>{t.slow}</Banner> : null}
      <div className="skeleton" aria-hidden="true">
        {Array.from({ length: rows }, (_, row) => `row ${row}`).map((key) => (
          <div key={key} className="skeleton-row">
            <i />
            <i />
            <i />
            <i />
            <i />
          </div>
        ))}
      </div>
    </div>
  );
}
