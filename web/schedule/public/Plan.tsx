import type { PublicDayView, ShownSession } from '#shared/schedule/public-view.ts';
import { ids, nowRow, ticksOf } from './grid-style.ts';
import { Clocks, startOf, Text } from './Inline.tsx';
import { SessionCard } from './SessionCard.tsx';
import type { PublicWords } from './words.ts';

type Props = { view: PublicDayView; t: PublicWords };

/** The name of a session's popover, by its place among the day's sessions. */
export const popoverId = (at: number) => `p${at}`;

/** The sessions of a day: rooms side by side on a wide screen, one list by time on a narrow one. The same elements. */
export function Plan({ view, t }: Props) {
  const { rooms, sessions, now } = view;
  const many = rooms.length > 5;
  return (
    <div className={many ? 'plan many' : 'plan'}>
      <div id="grid">
        <p className="scale-head" aria-hidden="true">
          <b>{t.venue}</b> {t.japan}
        </p>
        {rooms.map((room, at) => (
          <p key={room.id} id={ids.room(at)} className="room-head">
            <b>
              <Text of={room.name} t={t} />
            </b>{' '}
            <span>
              {room.area} {room.capacity === null ? '' : t.seats(room.capacity)}
            </span>
          </p>
        ))}
        <Scale view={view} t={t} />
        {sessions.map((shown, at) => (
          <Entry key={shown.session.id} shown={shown} before={sessions[at - 1]} at={at} t={t} />
        ))}
        {now && nowRow(view) !== null ? (
          <p id={ids.now}>
            <span>
              <b>{now.venue}</b> {now.japan}
            </span>
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** A time of its own before the first session that begins then, for the list. */
function Entry({
  shown,
  before,
  at,
  t,
}: {
  shown: ShownSession;
  before: ShownSession | undefined;
  at: number;
  t: PublicWords;
}) {
  const first = before?.session.startsAt !== shown.session.startsAt;
  return (
    <>
      {first ? (
        <p className="at">
          <Clocks venue={startOf(shown.venue)} japan={startOf(shown.japan)} t={t} />
        </p>
      ) : null}
      <SessionCard shown={shown} t={t} id={ids.card(at)} popover={popoverId(at)} />
    </>
  );
}

/** The hours on the left and the lines behind the plan. Every session says its time itself, so nobody needs it read. */
function Scale({ view, t }: Props) {
  return ticksOf(view).map(({ row, minute, gap }, at) => {
    const { venue, japan } = view.clock(minute);
    return (
      <p
        key={row}
        id={ids.tick(at)}
        className={gap ? 'tick gap' : minute % 60 === 0 ? 'tick' : 'tick half'}
        data-m={minute}
        aria-hidden="true"
      >
        <b>{venue}</b> {japan}
        {gap ? <i>{t.gap}</i> : null}
      </p>
    );
  });
}

/** What is on at this moment, before everything else on a narrow screen. */
export function OnNow({ view, t }: Props) {
  const { sessions, now } = view;
  const live = sessions.flatMap((shown, at) => (shown.phase === 'live' ? [{ shown, at }] : []));
  if (!now || live.length === 0) return null;
  const next = sessions.findIndex(({ phase }) => phase === 'plain');
  return (
    <section className="on-now" aria-labelledby="on-now">
      <h2 id="on-now">{t.now}</h2>
      <p>
        {t.venue} <b>{now.venue}</b> {t.japan} {now.japan}
      </p>
      {live.map(({ shown, at }) => (
        <SessionCard key={shown.session.id} shown={shown} t={t} popover={popoverId(at)} />
      ))}
      {next === -1 ? null : <a href={`#${ids.card(next)}`}>{t.toNext}</a>}
    </section>
  );
}
