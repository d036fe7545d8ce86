import { type CSSProperties, type KeyboardEvent, useRef } from 'react';
import type { DraftView, SessionView } from '#shared/schedule/contract.ts';
import { clockOfMinute } from '#shared/schedule/editor-grid.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { formatDay, formatTime, JAPAN } from '#shared/time.ts';
import { instantOf } from '#shared/time-zone.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import type { Carry } from './use-carry.ts';
import { useGridPointer } from './use-grid-pointer.ts';

/** Pixels a minute: an hour is 84 px, so that half an hour holds two lines. */
export const SCALE = 1.4;

type DayGridProps = {
  draft: DraftView;
  day: string;
  carry: Carry;
  marked: ReadonlySet<string>;
  onOpen: (session: SessionView) => void;
};

/** One day: rooms across, the venue's time down beside Japan's. A carried session follows mouse, finger or arrows. */
export function DayGrid({ draft, day, carry, marked, onOpen }: DayGridProps) {
  const lang = useLang();
  const t = useTexts(scheduleTexts);
  const body = useRef<HTMLDivElement>(null);
  const { opens, closes } = carry.limits;
  const top = (minute: number) => (minute - opens) * SCALE;
  const hours = Array.from({ length: (closes - opens) / 60 + 1 }, (_, index) => opens + index * 60);
  const japanAt = (minute: number) =>
    formatTime(instantOf(day, clockOfMinute(Math.min(minute, 1439)), draft.timeZone), JAPAN);
  useGridPointer({ body, carry, sessions: draft.sessions, rooms: draft.rooms.length, scale: SCALE });
  const column = (index: number) => ({
    left: `${(100 * index) / draft.rooms.length}%`,
    width: `${100 / draft.rooms.length}%`,
  });
  return (
    <section className="grid-scroll" aria-label={t.gridLabel(formatDay(day, lang))}>
      <div className="grid-heads">
        <div className="grid-clock-head">
          <b>{t.venue}</b> <span>{t.japan}</span>
        </div>
        {draft.rooms.map((room) => (
          <h3 key={room.id}>
            {inWords(room.name, lang)} {room.capacity ? <small>{t.seats(room.capacity)}</small> : null}
          </h3>
        ))}
      </div>
      <div className="grid-day" style={{ height: (closes - opens) * SCALE + 12 }}>
        <div className="grid-clock" aria-hidden="true">
          {hours.map((minute) => (
            <p key={minute} style={{ top: top(minute) }}>
              <b>{clockOfMinute(minute)}</b> <span>{japanAt(minute)}</span>
            </p>
          ))}
        </div>
        <div ref={body} className="grid-body" data-carrying={carry.session ? true : undefined}>
          {hours.map((minute) => (
            <i key={minute} className="grid-line" style={{ top: top(minute) }} />
          ))}
          {carry.wished.map((band) => (
            <i
              key={band.from}
              className="grid-wish"
              style={{ top: top(band.from), height: (band.to - band.from) * SCALE }}
            />
          ))}
          {carry.layout.holds.map((hold) => (
            <div
              key={hold.key}
              className="grid-hold"
              style={{ ...column(hold.roomIndex), top: top(hold.from), height: (hold.to - hold.from) * SCALE }}
            >
              {t.meetingHold}
            </div>
          ))}
          {carry.layout.placed.map(({ session, roomIndex, from, to }) => (
            <SessionBlock
              key={session.id}
              session={session}
              time={`${clockOfMinute(from)}–${clockOfMinute(to)}`}
              style={{ ...column(roomIndex), top: top(from), height: (to - from) * SCALE - 3 }}
              carried={carry.session?.id === session.id}
              marked={marked.has(session.id)}
              onPress={() => (carry.session ? undefined : onOpen(session))}
              onKey={(event) => carry.onKey(event, session)}
            />
          ))}
          {carry.session && carry.cell ? (
            <div
              className="grid-ghost"
              data-blocked={carry.blockedBy ? true : undefined}
              style={{
                ...column(carry.cell.roomIndex),
                top: top(carry.cell.minute),
                height: carry.session.minutes * SCALE - 3,
              }}
            >
              <b>
                {clockOfMinute(carry.cell.minute)}–{clockOfMinute(carry.cell.minute + carry.session.minutes)}
              </b>
              <span>
                {t.japan} {japanAt(carry.cell.minute)}
              </span>
            </div>
          ) : null}
        </div>
      </div>
    </section>
  );
}

type BlockProps = {
  session: SessionView;
  time: string;
  style: CSSProperties;
  carried: boolean;
  marked: boolean;
  onPress: () => void;
  onKey: (event: KeyboardEvent) => void;
};

/** How many lines of a title fit into a block of this many minutes beside its time and hosts. */
function linesOf(minutes: number): number {
  return Math.max(1, Math.floor((minutes * SCALE - (minutes < 60 ? 26 : 44)) / 17));
}

function SessionBlock({ session, time, style, carried, marked, onPress, onKey }: BlockProps) {
  const lang = useLang();
  const t = useTexts(scheduleTexts);
  return (
    <button
      type="button"
      className="grid-session"
      data-theme={session.theme}
      data-kind={session.kind}
      data-carried={carried || undefined}
      data-marked={marked || undefined}
      data-session={session.id}
      data-short={session.minutes <= 30 || undefined}
      style={{ ...style, '--lines': linesOf(session.minutes) } as CSSProperties}
      onClick={(event) => {
        if (!carried) onPress();
        else event.preventDefault();
      }}
      onKeyDown={onKey}
    >
      <span className="grid-time">{time}</span>
      <b>
        {session.state === 'cancelled' ? <s>{inWords(session.title, lang)}</s> : inWords(session.title, lang)}
        {session.state === 'cancelled' ? <em> {t.state}</em> : null}
      </b>
      {session.minutes <= 30 ? null : <small>{session.hosts.map((host) => inWords(host.name, lang)).join('・')}</small>}
    </button>
  );
}
