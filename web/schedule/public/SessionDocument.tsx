import { inLang } from '#shared/lang.ts';
import { publicAddress, readPublicParams, sessionAddress } from '#shared/schedule/public-params.ts';
import type { PublicSessionView } from '#shared/schedule/public-view.ts';
import { formatLongDay } from '#shared/time.ts';
import { Frame } from './Frame.tsx';
import { Icon } from './Inline.tsx';
import { MarkTag, Title } from './SessionCard.tsx';
import { OtherTitle, SessionFacts, SessionLinks } from './SessionDetails.tsx';
import type { PublicWords } from './words.ts';

/** The page of one session. */
export function SessionDocument({ view, t }: { view: PublicSessionView; t: PublicWords }) {
  const { site, event, release, shown, lang } = view;
  const { session } = shown;
  const day = formatLongDay(session.day, lang);
  const back = publicAddress(event.slug, { ...readPublicParams(new URLSearchParams()), day: session.day, lang });
  const about = inLang(session.abstract, lang).text || `${day} ${shown.venue}`;
  return (
    <Frame
      {...{ site, event, release, t }}
      title={inLang(session.title, lang).text}
      description={[...about].slice(0, 160).join('')}
      address={(other) => sessionAddress(event.slug, session.id, other)}
    >
      <article className={`one t-${session.theme}`} data-s={`${session.id} ${shown.from} ${shown.to}`}>
        <a className="back" href={back}>
          <Icon name="back" />
          {t.backToDay(day)}
        </a>
        <p className="top">
          {shown.phase === 'live' ? <strong className="tag now-tag">{t.now}</strong> : null}
          <MarkTag shown={shown} t={t} />
          <span className="th">{t.names.theme[session.theme]}</span>
          {shown.phase === 'live' ? <span>{t.left(shown.minutesLeft)}</span> : null}
        </p>
        <h1>
          <Title shown={shown} t={t} />
        </h1>
        <OtherTitle shown={shown} t={t} />
        <p className="date">{day}</p>
        <SessionFacts shown={shown} t={t} />
        <SessionLinks shown={shown} slug={event.slug} t={t} own />
      </article>
    </Frame>
  );
}
