import type { PublicPlainView } from '#shared/schedule/public-view.ts';
import { Frame } from './Frame.tsx';
import type { PublicWords } from './words.ts';

/** The page of somebody's favourites. They are on the device, so the script fills it; without one it says what to do. */
export function MineDocument({ view: { site, event, release }, t }: { view: PublicPlainView; t: PublicWords }) {
  return (
    <Frame
      {...{ site, event, release, t }}
      title={t.screen.mine}
      description={t.screen.mineIntro}
      address={(lang) => `/schedule/${event.slug}/mine${lang === 'ja' ? '' : `?lang=${lang}`}`}
      tab="mine"
      hidden
    >
      <div className="one mine">
        <h1>{t.screen.mine}</h1>
        <p>{t.screen.mineIntro}</p>
        <noscript>
          <p className="note">{t.screen.mineScript}</p>
        </noscript>
        <div id="mine" aria-live="polite" />
      </div>
    </Frame>
  );
}
