import { inLang } from '#shared/lang.ts';
import type { PublicNowView, RoomNow } from '#shared/schedule/public-now.ts';
import { pavilionOf } from '../public/Frame.tsx';
import { Names, startOf } from '../public/Inline.tsx';
import type { PublicWords } from '../public/words.ts';
import { Both, Progress, Tags } from './parts.tsx';
import { otherWords, ScreenFrame } from './ScreenFrame.tsx';

type Props = { view: PublicNowView; t: PublicWords };

/** The screen of a hall: every room with what is on and what comes next, in both languages. */
export function HallDocument({ view, t }: Props) {
  const o = otherWords(t);
  const count = view.rooms.length;
  const size = count > 10 ? 'crowded' : count > 6 ? 'many' : count > 4 ? 'some' : 'few';
  const heading = (
    <div>
      <h1>
        {inLang(view.event.pavilion, t.lang).text || t.pavilion} <span>{t.screen.nowAndNext}</span>
      </h1>
      <p lang={o.lang}>
        {pavilionOf(view.event, o)} <span>{o.screen.nowAndNext}</span>
      </p>
    </div>
  );
  return (
    <ScreenFrame view={view} t={t} kind="hall" heading={heading}>
      <div className={`board ${size}`}>
        <p className="row head" aria-hidden="true">
          <span>{both(t.screen.stage, o.screen.stage)}</span>
          <span>{both(t.screen.now, o.screen.now)}</span>
          <span>{both(t.screen.next, o.screen.next)}</span>
        </p>
        {view.rooms.map((room) => (
          <Row key={room.room.id} of={room} t={t} o={o} />
        ))}
      </div>
    </ScreenFrame>
  );
}

const both = (first: string, second: string) => (first === second ? first : `${first} ${second}`);

function Row({
  of: { room, where, live, next, nextDay, changed },
  t,
  o,
}: {
  of: RoomNow;
  t: PublicWords;
  o: PublicWords;
}) {
  const place = inLang(room.name, t.lang).text;
  const other = room.name[o.lang];
  return (
    <section className="row">
      <div className="place">
        <h2>{place}</h2>
        {other && other !== place ? <p lang={o.lang}>{other}</p> : null}
        <p>{where || room.area}</p>
      </div>
      <div className={live ? `on t-${live.session.theme}` : 'on'}>
        <h3 className="hidden-text">{t.screen.now}</h3>
        {live ? (
          <>
            <p className="tm">
              <b>{live.venue}</b> <em data-left={live.to}>{t.left(live.minutesLeft)}</em> <Tags shown={live} t={t} />
            </p>
            <Both title={live.session.title} t={t} o={o} />
            <Progress shown={live} t={t} />
          </>
        ) : (
          <Idle
            t={t}
            o={o}
            say={(words) => (next && !nextDay ? words.startsAt(startOf(next.venue)) : words.nothingNow)}
          />
        )}
      </div>
      <div className="next">
        <h3 className="hidden-text">{t.screen.next}</h3>
        {next ? (
          <>
            <p className="tm">
              {nextDay ? <span>{nextDay}</span> : null} <b>{startOf(next.venue)}</b>{' '}
              <span>
                {t.japan} {startOf(next.japan)}
              </span>{' '}
              <Tags shown={next} t={t} />
            </p>
            <p className="title">{inLang(next.session.title, t.lang).text}</p>
            <p className="og">
              <Names of={next.session.hosts.map(({ name }) => name)} t={t} />
            </p>
          </>
        ) : (
          <Idle t={t} o={o} say={(words) => words.nothingMore} />
        )}
        {changed.slice(0, 1).map((shown) => (
          <p key={shown.session.id} className="off">
            <Tags shown={shown} t={t} /> <b>{shown.venue}</b> {inLang(shown.session.title, t.lang).text}
          </p>
        ))}
      </div>
    </section>
  );
}

/** That nothing is on, in both languages. */
function Idle({ t, o, say }: { t: PublicWords; o: PublicWords; say: (words: PublicWords['screen']) => string }) {
  return (
    <p className="idle">
      <span>{say(t.screen)}</span> <span lang={o.lang}>{say(o.screen)}</span>
    </p>
  );
}
