import { type Bilingual, inLang } from '#shared/lang.ts';
import type { ShownSession } from '#shared/schedule/public-view.ts';
import { Icon } from '../public/Inline.tsx';
import type { PublicWords } from '../public/words.ts';

/** A title in the screen's language, and below it in the other one where there is one. */
export function Both({ title, t, o }: { title: Bilingual; t: PublicWords; o: PublicWords }) {
  const { text, lang, fallback } = inLang(title, t.lang);
  const other = fallback ? '' : title[o.lang];
  return (
    <>
      <p className="title" lang={fallback ? lang : undefined}>
        {text}
      </p>
      {other && other !== text ? (
        <p className="other" lang={o.lang}>
          {other}
        </p>
      ) : null}
    </>
  );
}

/** Cancelled, new time, new room, interpreted: in words. */
export function Tags({ shown: { session, mark }, t }: { shown: ShownSession; t: PublicWords }) {
  const off = session.state === 'cancelled';
  return (
    <>
      {off ? <strong className="tag">{t.cancelled}</strong> : null}
      {!off && mark ? <strong className="tag moved">{mark.venue ? t.screen.moved : t.screen.movedRoom}</strong> : null}
      {!off && session.interpretation === 'simultaneous' ? (
        <span className="si">
          <Icon name="heard" /> {t.screen.interpreted}
        </span>
      ) : null}
    </>
  );
}

export function Progress({ shown, t }: { shown: ShownSession; t: PublicWords }) {
  return (
    <progress
      max={shown.minutes}
      value={shown.minutes - shown.minutesLeft}
      data-from={shown.from}
      aria-label={t.elapsed}
    />
  );
}
