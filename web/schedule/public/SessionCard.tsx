import type { ShownSession } from '#shared/schedule/public-view.ts';
import { Clocks, Icon, Names, Text } from './Inline.tsx';
import type { PublicWords } from './words.ts';

type CardProps = { shown: ShownSession; t: PublicWords; popover: string; id?: string };

const COMPACT_MINUTES = 30;

/** A session in the plan: two clocks, title, hosts, room, theme. All of it opens the details, without any script. */
export function SessionCard({ shown, t, popover, id }: CardProps) {
  const { session, phase } = shown;
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
    <article id={id} className={classes.filter(Boolean).join(' ')}>
      <p className="tm">
        {phase === 'live' ? <em>{t.now}</em> : null}
        {off ? <strong className="tag">{t.cancelled}</strong> : null}
        <Clocks venue={shown.venue} japan={shown.japan} t={t} />
        {phase === 'live' ? <span>{t.left(shown.minutesLeft)}</span> : null}
      </p>
      <h3>
        <button type="button" popoverTarget={popover}>
          <Title shown={shown} t={t} />
        </button>
      </h3>
      <p className="og">
        <Names of={session.hosts.map(({ name }) => name)} t={t} />
      </p>
      <p className="ft">
        <span className="room">
          <Icon name="pin" />
          <Text of={session.room.name} t={t} />
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
