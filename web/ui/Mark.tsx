import { shellTexts } from '#shared/shell-texts.ts';
import { useTexts } from '../texts.ts';

/** Strands that converge to one point, and the name. */
export function Mark({ desk }: { desk?: boolean }) {
  const t = useTexts(shellTexts);
  return (
    <>
      <svg
        viewBox="0 0 28 28"
        width="26"
        height="26"
        fill="none"
        strokeLinecap="round"
        strokeWidth="2"
        aria-hidden="true"
      >
        <path d="M3 4.500c8 0 9 9.500 19 9.500" stroke="var(--brand-500)" />
        <path d="M3 10.800c7 0 9 3.200 19 3.200" stroke="var(--brand-700)" />
        <path d="M3 17.200c7 0 9-3.200 19-3.200" stroke="var(--brand-700)" />
        <path d="M3 23.500c8 0 9-9.500 19-9.500" stroke="var(--brand-300)" />
        <circle cx="23" cy="14" r="3.2" fill="var(--kaki-600)" />
      </svg>
      <span>
        <b>{t.product}</b>
        <small>{desk ? t.officeDesk : t.office}</small>
      </span>
    </>
  );
}
