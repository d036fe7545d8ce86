import { useEffect, useRef } from 'react';
import { shellTexts } from '#shared/shell-texts.ts';
import { useTexts } from '../texts.ts';
import { TriangleAlert } from './icons.tsx';

/** One thing to mend: the id of its control and the same words that stand at the field. */
export type Mend = { id: string; message: string };

/** All errors of a form at its top. Takes focus when errors appear, and each line leads to its field. */
export function ErrorSummary({ errors, title }: { errors: readonly Mend[]; title?: string }) {
  const t = useTexts(shellTexts);
  const box = useRef<HTMLElement>(null);
  const seen = errors.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (seen) box.current?.focus();
  }, [seen]);
  useEffect(() => {
    if (!seen) return;
    const before = document.title;
    document.title = t.errorPrefix(before);
    return () => {
      document.title = before;
    };
  }, [seen, t]);
  if (errors.length === 0) return null;
  return (
    <section ref={box} className="error-summary" role="alert" tabIndex={-1}>
      <h2>
        <TriangleAlert aria-hidden="true" />
        {title ?? t.errorTitle(errors.length)}
      </h2>
      <ul>
        {errors.map(({ id, message }) => (
          <li key={`${id} ${message}`}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                const field = document.getElementById(id);
                field?.scrollIntoView({ block: 'center' });
                field?.focus({ preventScroll: true });
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
