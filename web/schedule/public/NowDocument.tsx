import { inLang, type Lang } from '#shared/lang.ts';
import type { PublicNowView, RoomNow } from '#shared/schedule/public-now.ts';
import { sessionAddress } from '#shared/schedule/public-params.ts';
import type { ShownSession } from '#shared/schedule/public-view.ts';
import { Frame, pavilionOf } from './Frame.tsx';
import { Icon, Text } from './Inline.tsx';
import { SessionCard } from './SessionCard.tsx';
import type { PublicWords } from './words.ts';

type Props = { view: PublicNowView; t: PublicWords };

/** Now and next for the hand: room by room, each session a link to its own page. */
export function NowDocument({ view, t }: Props) {
  const { site, event, release, clock, all, rooms } = view;
  const query = (lang: Lang) => (lang === 'ja' ? '' : `?lang=${lang}`);
  const base = `/schedule/${event.slug}`;
  const chosen = rooms.length === 1 && all.length > 1 ? rooms[0]?.room : undefined;
  const address = (lang: Lang, room = chosen?.slug) => {
    const search = [room ? `room=${room}` : '', lang === 'ja' ? '' : `lang=${lang}`].filter(Boolean).join('&');
    return `${base}/now${search && `?${search}`}`;
  };
  return (
    <Frame
      {...{ site, event, release, t }}
      title={t.screen.nowAndNext}
      description={t.screen.describeNow(pavilionOf(event, t))}
      address={(lang) => address(lang)}
      tab="now"
    >
      <div className="head">
        <div className="name">
          <p>{view.today}</p>
          <h1>{t.screen.nowAndNext}</h1>
        </div>
        <p className="clock">
          {t.venue} <b id="venue-clock">{clock.venue}</b>{' '}
          <span>
            {t.japan} <span id="japan-clock">{clock.japan}</span>
          </span>
        </p>
      </div>
      <nav className="filters" aria-label={t.column.room}>
        <ul>
          <li>
            <a className="chip" href={address(t.lang, '')} aria-current={chosen ? undefined : 'true'}>
              {t.screen.allRooms}
            </a>
          </li>
          {all.map((room) => (
            <li key={room.id}>
              <a
                className="chip"
                href={address(t.lang, room.slug)}
                aria-current={room.slug === chosen?.slug ? 'true' : undefined}
              >
                <Text of={room.name} t={t} />
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="now-rooms">
        {rooms.map((of) => (
          <InRoom key={of.room.id} of={of} slug={event.slug} t={t} />
        ))}
      </div>
      <p className="act screens">
        <a className="do" href={`${base}${query(t.lang)}`}>
          {t.screen.toDay}
        </a>
        <a className="do" href={`${base}/kiosk${query(t.lang)}`} rel="nofollow">
          {t.screen.hallScreen}
        </a>
        {chosen ? (
          <a className="do" href={`${base}/rooms/${chosen.slug}/door${query(t.lang)}`} rel="nofollow">
            {t.screen.doorScreen}
          </a>
        ) : null}
      </p>
    </Frame>
  );
}

function InRoom({ of, slug, t }: { of: RoomNow; slug: string; t: PublicWords }) {
  const { room, where, live, next, nextDay, changed } = of;
  const card = (shown: ShownSession) => (
    <SessionCard shown={shown} t={t} href={sessionAddress(slug, shown.session.id, t.lang)} />
  );
  return (
    <section aria-labelledby={`room-${room.slug}`}>
      <h2 id={`room-${room.slug}`}>
        <Text of={room.name} t={t} /> <span>{where || room.area}</span>
      </h2>
      <h3>{t.screen.now}</h3>
      {live ? card(live) : <p className="nothing">{t.screen.nothingNow}</p>}
      <h3>{nextDay ? t.screen.nextOn(nextDay) : t.screen.next}</h3>
      {next ? card(next) : <p className="nothing">{t.screen.nothingMore}</p>}
      {changed.map((shown) => (
        <p key={shown.session.id} className="gone">
          <Icon name="changed" /> {shown.venue}{' '}
          <a href={sessionAddress(slug, shown.session.id, t.lang)}>{inLang(shown.session.title, t.lang).text}</a>{' '}
          <strong className="tag">{shown.session.state === 'cancelled' ? t.cancelled : t.screen.moved}</strong>
        </p>
      ))}
    </section>
  );
}
