import { inLang } from '#shared/lang.ts';
import { changeSides } from '#shared/schedule/change-sides.ts';
import { changeWords } from '#shared/schedule/change-words.ts';
import { publicChangeTexts } from '#shared/schedule/public-change-texts.ts';
import { feedAddress } from '#shared/schedule/public-changes.ts';
import { sessionAddress } from '#shared/schedule/public-params.ts';
import type { ShownChange } from '#shared/schedule/public-release.ts';
import type { PublicChangesView } from '#shared/schedule/public-view.ts';
import { changesAddress } from '#shared/schedule/release-mail.ts';
import { textsIn } from '#shared/text.ts';
import { formatDateTime, formatLongDay, formatShortDay } from '#shared/time.ts';
import { Frame, pavilionOf } from './Frame.tsx';
import { Icon } from './Inline.tsx';
import type { PublicWords } from './words.ts';

/** What one release changed, by day, with what was and what is; and the way to every other release. */
export function ChangesDocument({ view, t }: { view: PublicChangesView; t: PublicWords }) {
  const { site, event, release, lang, shown, changes, newer, older, all } = view;
  const own = textsIn(publicChangeTexts, lang);
  const comment = inLang(shown.comment, lang);
  const days = [...new Set(changes.map(({ session }) => session.day))].sort();
  const to = (number: number) => changesAddress(event.slug, number, lang);
  return (
    <Frame
      {...{ site, event, release, t }}
      title={own.heading(shown.number)}
      description={own.describe(pavilionOf(event, t), shown.number)}
      address={(other) => changesAddress(event.slug, shown.number, other)}
    >
      <div className="one changes">
        <a className="back" href={`/schedule/${event.slug}${lang === 'ja' ? '' : `?lang=${lang}`}`}>
          <Icon name="back" />
          {own.back}
        </a>
        <h1>{own.heading(shown.number)}</h1>
        <p className="published">{own.published(formatDateTime(shown.releasedAt, lang))}</p>
        {comment.text ? <p lang={comment.lang}>{comment.text}</p> : null}
        <p>{shown.first ? own.first(shown.sessions) : changes.length > 0 ? own.count(changes.length) : own.none}</p>
        {days.map((day) => (
          <section key={day} aria-labelledby={`day-${day}`}>
            <h2 id={`day-${day}`}>{formatLongDay(day, lang)}</h2>
            {changes
              .filter(({ session }) => session.day === day)
              .map((change) => (
                <Changed key={change.session.id} change={change} slug={event.slug} t={t} own={own} />
              ))}
          </section>
        ))}
        <nav className="releases" aria-label={own.pages}>
          {newer !== null ? <a href={to(newer)}>{own.newer(newer)}</a> : null}
          {older !== null ? <a href={to(older)}>{own.older(older)}</a> : null}
        </nav>
        <section aria-labelledby="releases">
          <h2 id="releases">{own.releases}</h2>
          <ol className="all-releases">
            {all.map(({ number, releasedAt, changed, first }) => (
              <li key={number}>
                <a href={to(number)} aria-current={number === shown.number ? 'page' : undefined}>
                  {own.release(number)}
                </a>{' '}
                {formatShortDay(releasedAt, lang)} <span>{first ? own.firstOne : own.changed(changed)}</span>
              </li>
            ))}
          </ol>
          <p>
            <a href={feedAddress(event.slug, lang)}>{own.feed}</a>
          </p>
        </section>
      </div>
    </Frame>
  );
}

type Own = typeof publicChangeTexts.ja | typeof publicChangeTexts.en;

function Changed({ change, slug, t, own }: { change: ShownChange; slug: string; t: PublicWords; own: Own }) {
  const { session, mark, gone, changes } = change;
  const title = inLang(session.title, t.lang);
  const words = changeWords[t.lang];
  return (
    <article className="changed" id={`s-${session.id}`}>
      <h3>
        <span className="tag">{own.mark[mark]}</span>{' '}
        {gone ? (
          <span lang={title.lang}>{title.text}</span>
        ) : (
          <a href={sessionAddress(slug, session.id, t.lang)} lang={title.lang}>
            {title.text}
          </a>
        )}
      </h3>
      <dl>
        {changes.map((one) => {
          const { from, to, note } = changeSides(one, t.lang, session.room.timeZone);
          const name = one.kind === 'other' ? `other-${one.field}` : one.kind;
          return (
            <div key={name}>
              <dt>{words.kind[one.kind]}</dt>
              <dd>
                {note ? <p>{note}</p> : null}
                {from ? (
                  <p>
                    {to ? <small>{own.was} </small> : null}
                    <del>{from}</del>
                  </p>
                ) : null}
                {to ? (
                  <p>
                    {from ? <small>{own.is} </small> : null}
                    <ins>{to}</ins>
                  </p>
                ) : null}
              </dd>
            </div>
          );
        })}
      </dl>
    </article>
  );
}
