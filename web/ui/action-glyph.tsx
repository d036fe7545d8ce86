export const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6, strokeLinecap: 'round' } as const;
export const sign = { ...line, strokeWidth: 1.7, strokeLinejoin: 'round' } as const;

/** The sign for what waits for a person: every banner may show it, so it stands apart from the other states' signs. */
export const actionGlyph = (
  <>
    <path d="M8 1.300 14.700 8 8 14.700 1.300 8z" fill="currentColor" />
    <path d="M8 4.700v4M8 11v.1" {...sign} stroke="#fff" />
  </>
);
