import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { PublicRenderer } from '#shared/schedule/public-renderer.ts';
import { DoorDocument } from '../screens/DoorDocument.tsx';
import { HallDocument } from '../screens/HallDocument.tsx';
import { CalendarsDocument } from './CalendarsDocument.tsx';
import { ChangesDocument } from './ChangesDocument.tsx';
import { DayDocument } from './DayDocument.tsx';
import { EmbedDocument } from './EmbedDocument.tsx';
import { gridStyle } from './grid-style.ts';
import { MineDocument } from './MineDocument.tsx';
import { NowDocument } from './NowDocument.tsx';
import { PaperDocument } from './PaperDocument.tsx';
import { SessionDocument } from './SessionDocument.tsx';
import { dayFacts, sessionFacts } from './structured.ts';
import { UnreleasedDocument } from './UnreleasedDocument.tsx';
import { wordsIn } from './words.ts';

const whole = (page: ReactNode, style = '', facts: object | null = null) => {
  const html = `<!doctype html>${renderToStaticMarkup(page)}`;
  return { html: facts === null ? html : html.replace('</head>', () => `${factsBlock(facts)}</head>`), style };
};

/** Data, not a script: browsers never run it, so that the content policy has nothing to allow. No text can end it. */
function factsBlock(facts: object): string {
  return `<script type="application/ld+json">${JSON.stringify(facts).replaceAll('<', '\\u003c')}</script>`;
}

/** Draws the public pages as complete HTML. The server hands it what to draw, and knows nothing of how. */
export const publicRenderer: PublicRenderer = {
  day(view) {
    const style = gridStyle(view);
    const page = <DayDocument view={view} t={wordsIn(view.params.lang)} style={style} />;
    return whole(page, style, dayFacts(view));
  },
  embed(view) {
    const style = gridStyle(view);
    return whole(<EmbedDocument view={view} t={wordsIn(view.params.lang)} style={style} />, style);
  },
  session: (view) => whole(<SessionDocument view={view} t={wordsIn(view.lang)} />, '', sessionFacts(view)),
  calendars: (view) => whole(<CalendarsDocument view={view} t={wordsIn(view.lang)} />),
  changes: (view) => whole(<ChangesDocument view={view} t={wordsIn(view.lang)} />),
  unreleased: (view) => whole(<UnreleasedDocument view={view} t={wordsIn(view.lang)} />),
  now: (view) => whole(<NowDocument view={view} t={wordsIn(view.lang)} />),
  hall: (view) => whole(<HallDocument view={view} t={wordsIn(view.lang)} />),
  door: (view) => whole(<DoorDocument view={view} t={wordsIn(view.lang)} />),
  mine: (view) => whole(<MineDocument view={view} t={wordsIn(view.lang)} />),
  paper: (view) => whole(<PaperDocument view={view} t={wordsIn(view.lang)} />),
};
