import { inLang } from '#shared/lang.ts';
import type { PublicNowView, RoomNow } from '#shared/schedule/public-now.ts';
import type { ShownSession } from '#shared/schedule/public-view.ts';
import { Names } from '../public/Inline.tsx';
import type { PublicWords } from '../public/words.ts';
import { Both, Progress, Tags } from './parts.tsx';
import { otherWords, ScreenFrame } from './ScreenFrame.tsx';

type Props = { view: PublicNowView; t: PublicWords };

/** The screen beside a door: what is on behind it, what comes next, and what is not there today after all. */
export function DoorDocument({ view, t }: Props) {
  const [of] = view.rooms;
  const o = otherWords(t);
  const name = of ? inLang(of.room.name, t.lang).text : '';
  const other = of?.room.name[o.lang];
  const heading = (
    <div>
      <h1>
        {name} <span>{of?.where || of?.room.area}</span>
      </h1>
      <p>
        {other && other !== name ? <span lang={o.lang}>{other}</span> : null} {view.today}
      </p>
    </div>
  );
  return (
    <ScreenFrame view={view} t={t} kind="door" heading={heading}>
      {of ? (
        <>
          <Now of={of} t={t} o={o} />
          <Coming of={of} t={t} o={o} />
        </>
      ) : null}
    </ScreenFrame>
  );
}

function Now({ of: { live, next, nextDay }, t, o }: { of: RoomNow; t: PublicWords; o: PublicWords }) {
  return (
    <section className={live ? `on t-${live.session.theme}` : 'on'}>
      <h2>
        {t.screen.now} <span lang={o.lang}>{o.screen.now}</span>
      </h2>
      {live ? (
        <>
          <p className="tm">
            <b>{live.venue}</b>{' '}
            <span>
              {t.japan} {live.japan}
            </span>{' '}
            <em data-left={live.to}>{t.left(live.minutesLeft)}</em> <Tags shown={live} t={t} />
          </p>
          <Both title={live.session.title} t={t} o={o} />
          <Hosts shown={live} t={t} />
          <Progress shown={live} t={t} />
        </>
      ) : (
        <p className="idle">
          {next && !nextDay ? t.screen.startsAt(next.venue.split('\u2013')[0] ?? '') : t.screen.nothingNow}
        </p>
      )}
    </section>
  );
}

function Coming({ of: { next, nextDay, later, changed }, t, o }: { of: RoomNow; t: PublicWords; o: PublicWords }) {
  return (
    <section className="next">
      <h2>
        {nextDay ? t.screen.nextOn(nextDay) : t.screen.next} <span lang={o.lang}>{o.screen.next}</span>
      </h2>
      {next ? (
        <>
          <p className="tm">
            <b>{next.venue}</b>{' '}
            <span>
              {t.japan} {next.japan}
            </span>{' '}
            <Tags shown={next} t={t} />
          </p>
          <Both title={next.session.title} t={t} o={o} />
          <Hosts shown={next} t={t} />
        </>
      ) : (
        <p className="idle">{t.screen.nothingMore}</p>
      )}
      {later.length > 0 ? (
        <ul aria-label={t.screen.later}>
          {later.slice(0, 4).map((shown) => (
            <Line key={shown.session.id} shown={shown} t={t} />
          ))}
        </ul>
      ) : null}
      {changed.length > 0 ? (
        <ul className="changes" aria-label={t.screen.changes}>
          {changed.slice(0, 4).map((shown) => (
            <Line key={shown.session.id} shown={shown} t={t} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function Line({ shown, t }: { shown: ShownSession; t: PublicWords }) {
  const { session } = shown;
  const off = session.state === 'cancelled';
  const title = inLang(session.title, t.lang).text;
  return (
    <li>
      <b>{shown.venue}</b> <Tags shown={shown} t={t} /> {off ? <s>{title}</s> : title}{' '}
      {shown.mark?.room ? <span>{inLang(session.room.name, t.lang).text}</span> : null}
    </li>
  );
}

function Hosts({ shown, t }: { shown: ShownSession; t: PublicWords }) {
  return (
    <p className="og">
      <Names of={shown.session.hosts.map(({ name }) => name)} t={t} />
    </p>
  );
}
