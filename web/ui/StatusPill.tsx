import type { CSSProperties, ReactNode } from 'react';
import { actionGlyph, line, sign } from './action-glyph.tsx';

export type ShownState =
  | 'draft'
  | 'received'
  | 'review'
  | 'action'
  | 'arranging'
  | 'offered'
  | 'confirmed'
  | 'waitlisted'
  | 'declined'
  | 'withdrawn'
  | 'completed';

const ring = <circle cx="8" cy="8" r="6.2" {...line} />;
const tick = <path d="m4.900 8.300 2.200 2.200 4-4.600" {...sign} stroke="#fff" />;

/** Progress is a ring that fills; everything else has a shape of its own, so that colour is never needed. */
const GLYPHS: Record<ShownState, ReactNode> = {
  draft: <circle cx="8" cy="8" r="6.2" {...line} strokeLinecap="butt" strokeDasharray="2.4 2.47" />,
  received: ring,
  review: (
    <>
      {ring}
      <path fill="currentColor" d="M8 8V4A4 4 0 0 1 11.380 10.140z" />
    </>
  ),
  action: actionGlyph,
  arranging: (
    <>
      {ring}
      <path fill="currentColor" d="M8 8V4A4 4 0 1 1 4.490 9.930z" />
    </>
  ),
  offered: (
    <>
      {ring}
      <path d="M5.200 8h5.400M8.300 5.600 10.700 8l-2.400 2.400" {...sign} strokeWidth={1.5} />
    </>
  ),
  confirmed: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      {tick}
    </>
  ),
  waitlisted: (
    <>
      {ring}
      <path d="M6.400 5.700v4.600M9.600 5.700v4.600" {...sign} />
    </>
  ),
  declined: (
    <>
      {ring}
      <path d="M5 11 11 5" {...sign} />
    </>
  ),
  withdrawn: (
    <>
      {ring}
      <path d="M5.300 8h5.400" {...sign} />
    </>
  ),
  completed: (
    <>
      <rect x="1.3" y="1.3" width="13.4" height="13.4" rx="3.6" fill="currentColor" />
      {tick}
    </>
  ),
};

export function StateGlyph({ state, size = 14 }: { state: ShownState; size?: number }) {
  return (
    <svg className="glyph" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {GLYPHS[state]}
    </svg>
  );
}

/** The state of a request: glyph and word. `plain` leaves out the coloured ground, for dense rows. */
export function StatusPill({ state, label, plain }: { state: ShownState; label: string; plain?: boolean }) {
  const colours = {
    '--pill-fg': `var(--${state}-fg)`,
    '--pill-bg': `var(--${state}-bg)`,
    '--pill-dot': `var(--${state}-dot)`,
  } as CSSProperties;
  return (
    <span className="pill" data-state={state} data-plain={plain || undefined} style={colours}>
      <StateGlyph state={state} />
      {label}
    </span>
  );
}
