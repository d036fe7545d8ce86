import type { ShownSession } from '#shared/schedule/public-view.ts';
import { Clocks, Icon, Names, Text } from './Inline.tsx';
import type { PublicWords } from './words.ts';

type CardProps = {
  shown: ShownSession;
  t: PublicWords;
  id?: string;
} & ({ popover: string; href?: never } | { popover?: never; href: string });

const COMPACT_MINUTES = 30;
/** From when on a card counts the minutes until it begins. */
const SOON_MINUTES = 120;

/** A session in the plan: two clocks, title, hosts, room, theme. All of it opens the details, without any script. */
export function SessionCard({ shown, t, popover, href, id }: CardProps) {
  const { session, phase, startsIn } = shown;
  const off = session.state === 'cancelled';
  const compact = shown.minutes <= COMPACT_MINUTES;
  const classes = [
    'card',
    `t-${session.theme}`,
    phase === 'plain' ? '' : phase,
    off ? 'off' : '',
    compact ? 'short' : '',
  ];
  return (
    <article id={id} className={classes.filter(Boolean).join(' ')} data-s={`${session.id} ${shown.from} ${shown.to}`}>
      <p className="tm">
        {phase === 'live' ? <em>{t.now}</em> : null}
        {startsIn === null ? null : <em>{t.screen.next}</em>}
        <MarkTag shown={shown} t={t} />
        <Clocks venue={shown.venue} japan={shown.japan} t={t} />
        {phase === 'live' ? <span className="left">{t.left(shown.minutesLeft)}</span> : null}
        {startsIn === null || startsIn > SOON_MINUTES ? null : (
          <span className="left">{t.screen.startsIn(startsIn)}</span>
        )}
        <Before shown={shown} t={t} />
      </p>
      <h3>
        {href ? (
          <a href={href}>
            <Title shown={shown} t={t} />
          </a>
        ) : (
          <button type="button" popoverTarget={popover}>
            <Title shown={shown} t={t} />
          </button>
        )}
      </h3>
      <p className="og">
        <Names of={session.hosts.map(({ name }) => name)} t={t} />
      </p>
      <p className="ft">
        <span className="room">
          <Icon name="pin" />
          <Text of={session.room.name} t={t} /> {shown.where}
        </span>
        <span className="th">{t.names.theme[session.theme]}</span>
        {session.interpretation === 'simultaneous' ? (
          <span className="si">
            <Icon name="heard" />
            {t.interpretedShort}
          </span>
        ) : null}
      </p>
      {phase === 'live' ? (
        <progress max={shown.minutes} value={shown.minutes - shown.minutesLeft} aria-label={t.elapsed} />
      ) : null}
    </article>
  );
}

/** The title; struck when the session was cancelled. */
export function Title({ shown: { session }, t }: { shown: ShownSession; t: PublicWords }) {
  const title = <Text of={session.title} t={t} />;
  return session.state === 'cancelled' ? <s>{title}</s> : title;
}

/** That a session is cancelled, new, or somewhere or somewhen else than it was. */
export function MarkTag({ shown: { session, mark }, t }: { shown: ShownSession; t: PublicWords }) {
  if (session.state === 'cancelled') return <strong className="tag">{t.cancelled}</strong>;
  if (!mark) return null;
  return <strong className="tag moved">{mark.venue ? t.screen.moved : t.screen.movedRoom}</strong>;
}

/** Where it was before, struck through. */
export function Before({ shown: { session, mark }, t }: { shown: ShownSession; t: PublicWords }) {
  if (!mark || session.state === 'cancelled') return null;
  return (
    <span className="was">
      <span className="hidden-text">{t.screen.was} </span>
      <s>
        {[mark.day, mark.venue].filter(Boolean).join(' ')} {mark.room ? <Text of={mark.room.name} t={t} /> : null}
      </s>
    </span>
  );
}
