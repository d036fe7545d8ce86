import type { Lang } from '#shared/lang.ts';
import type { PublicEvent } from './public-days.ts';
import type { PublicNowView } from './public-now.ts';
import type { PublicPaperView } from './public-paper.ts';
import type {
  CalendarsView,
  PublicChangesView,
  PublicDayView,
  PublicHtml,
  PublicPlainView,
  PublicSessionView,
  PublicSite,
} from './public-view.ts';

/** What any of the public pages may be about; the pages themselves are drawn elsewhere. */
export type PublicRenderer = {
  day: (view: PublicDayView) => PublicHtml;
  /** The same for a frame in somebody else's page. */
  embed: (view: PublicDayView) => PublicHtml;
  session: (view: PublicSessionView) => PublicHtml;
  calendars: (view: CalendarsView) => PublicHtml;
  changes: (view: PublicChangesView) => PublicHtml;
  unreleased: (view: { site: PublicSite; event: PublicEvent; lang: Lang }) => PublicHtml;
  now: (view: PublicNowView) => PublicHtml;
  hall: (view: PublicNowView) => PublicHtml;
  door: (view: PublicNowView) => PublicHtml;
  mine: (view: PublicPlainView) => PublicHtml;
  paper: (view: PublicPaperView) => PublicHtml;
};
