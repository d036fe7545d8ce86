import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { PublicRenderer } from '#shared/schedule/public-view.ts';
import { CalendarsDocument } from './CalendarsDocument.tsx';
import { DayDocument } from './DayDocument.tsx';
import { gridStyle } from './grid-style.ts';
import { SessionDocument } from './SessionDocument.tsx';
import { UnreleasedDocument } from './UnreleasedDocument.tsx';
import { wordsIn } from './words.ts';

const whole = (page: ReactNode, style = '') => ({ html: `<!doctype html>${renderToStaticMarkup(page)}`, style });

/** Draws the public pages as complete HTML. The server hands it what to draw, and knows nothing of how. */
export const publicRenderer: PublicRenderer = {
  day(view) {
    const style = gridStyle(view);
    return whole(<DayDocument view={view} t={wordsIn(view.params.lang)} style={style} />, style);
  },
  session: (view) => whole(<SessionDocument view={view} t={wordsIn(view.lang)} />),
  calendars: (view) => whole(<CalendarsDocument view={view} t={wordsIn(view.lang)} />),
  unreleased: (view) => whole(<UnreleasedDocument view={view} t={wordsIn(view.lang)} />),
};
