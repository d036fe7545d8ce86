import { type RefObject, useEffect, useRef } from 'react';
import type { DraftView, SessionView } from '#shared/schedule/contract.ts';
import { clockOfMinute } from '#shared/schedule/editor-grid.ts';
import { editorTexts } from '#shared/schedule/editor-texts.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { formatDay, formatShortDay, formatTime, JAPAN } from '#shared/time.ts';
import { instantOf } from '#shared/time-zone.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import type { Proposed } from './proposed.ts';
import { SCALE, SessionBlock } from './SessionBlock.tsx';
import type { Carry } from './use-carry.ts';

type DayGridProps = {
  draft: DraftView;
  days: readonly string[];
  carry: Carry;
  marked: ReadonlySet<string>;
  blocking: ReadonlySet<string>;
  proposed: readonly Proposed[];
  body: RefObject<HTMLDivElement | null>;
  onOpen: (session: SessionView) => void;
};

/** One day or three: rooms across, the venue's time down beside Japan's. A carried session follows mouse, finger or arrows. */
export function DayGrid({ draft, days, carry, marked, blocking, proposed, body, onOpen }: DayGridProps) {
  const lang = useLang();
  const t = useTexts(scheduleTexts);
  const e = useTexts(editorTexts);
  const { opens, closes } = carry.limits;
  const { columns, placed, holds } = carry.layout;
  const top = (minute: number) => (minute - opens) * SCALE;
  const hours = Array.from({ length: (closes - opens) / 60 + 1 }, (_, index) => opens + index * 60);
  const japanAt = (minute: number, day = days[0] ?? '') =>
    formatTime(instantOf(day, clockOfMinute(Math.min(minute, 1439)), draft.timeZone), JAPAN);
  const column = (index: number) => ({ left: `${(100 * index) / columns.length}%`, width: `${100 / columns.length}%` });
  const band = ({ day, from, to }: { day: string; from: number; to: number }) => {
    const first = columns.findIndex((one) => one.day === day);
    const left = `${(100 * first) / columns.length}%`;
    return {
      left,
      width: `${(100 * draft.rooms.length) / columns.length}%`,
      top: top(from),
      height: (to - from) * SCALE,
    };
  };
  // The blocks keep what they are given, so that moving a carried session draws only the ghost anew.
  const now = useRef({ carry, onOpen });
  useEffect(() => {
    now.current = { carry, onOpen };
  });
  const width = { minWidth: Math.max(640, 104 + columns.length * (days.length > 1 ? 112 : 130)) };
  const { cell, session } = carry;
  return (
    <section className="grid-scroll" aria-label={t.gridLabel(days.map((day) => formatDay(day, lang)).join(e.and))}>
      <div className="grid-heads" style={width}>
        <div className="grid-clock-head">
          <b>{t.venue}</b> <span>{t.japan}</span>
        </div>
        {columns.map(({ day, roomId }) => {
          const room = draft.rooms.find((one) => one.id === roomId);
          return (
            <h3 key={`${day} ${roomId}`} data-new-day={roomId === draft.rooms[0]?.id || undefined}>
              {days.length > 1 ? <small>{formatShortDay(day, lang)}　</small> : null}
              {room ? inWords(room.name, lang) : ''}{' '}
              {room?.capacity && days.length === 1 ? <small>{t.seats(room.capacity)}</small> : null}
            </h3>
          );
        })}
      </div>
      <div className="grid-day" style={{ height: (closes - opens) * SCALE + 12, ...width }}>
        <div className="grid-clock" aria-hidden="true">
          {hours.map((minute) => (
            <p key={minute} style={{ top: top(minute) }}>
              <b>{clockOfMinute(minute)}</b> <span>{japanAt(minute)}</span>
            </p>
          ))}
        </div>
        <div ref={body} className="grid-body" data-carrying={session ? true : undefined}>
          {hours.map((minute) => (
            <i key={minute} className="grid-line" style={{ top: top(minute) }} />
          ))}
          {carry.wished.map((one) => (
            <i key={`${one.day} ${one.from}`} className="grid-wish" style={band(one)}>
              {t.wish(one.rank, '')}
            </i>
          ))}
          {carry.elsewhere.map((one) => (
            <i key={`${one.day} ${one.from} ${one.session?.id}`} className="grid-elsewhere" style={band(one)}>
              <span>{e.elsewhereBand(inWords(one.label, lang))}</span>
            </i>
          ))}
          {holds.map((hold) => (
            <div
              key={hold.key}
              className="grid-hold"
              style={{ ...column(hold.roomIndex), top: top(hold.from), height: (hold.to - hold.from) * SCALE }}
            >
              {t.meetingHold}
            </div>
          ))}
          {placed.map(({ session: one, roomIndex, from, to }) => (
            <SessionBlock
              key={one.id}
              session={one}
              time={`${clockOfMinute(from)}–${clockOfMinute(to)}`}
              left={column(roomIndex).left}
              width={column(roomIndex).width}
              top={top(from)}
              height={(to - from) * SCALE - 3}
              carried={session?.id === one.id}
              mark={blocking.has(one.id) ? 'blocking' : marked.has(one.id) ? 'warning' : null}
              now={now}
            />
          ))}
          {proposed.map((one) => {
            const at = columns.findIndex((other) => other.day === one.day && other.roomId === one.roomId);
            return at < 0 ? null : (
              <div
                key={one.id}
                className="grid-ghost grid-proposed"
                style={{ ...column(at), top: top(one.from), height: one.minutes * SCALE - 3 }}
              >
                <b>{one.title}</b>
                <span>{`${clockOfMinute(one.from)}–${clockOfMinute(one.from + one.minutes)}`}</span>
              </div>
            );
          })}
          {session && cell ? (
            <div
              className="grid-ghost"
              data-blocked={carry.blockedBy ? true : undefined}
              style={{ ...column(cell.roomIndex), top: top(cell.minute), height: carry.minutes * SCALE - 3 }}
            >
              <b>
                {clockOfMinute(cell.minute)}–{clockOfMinute(cell.minute + carry.minutes)}
              </b>
              <span>
                {t.japan} {japanAt(cell.minute, columns[cell.roomIndex]?.day)}
              </span>
              {carry.fit ? <span data-good={carry.fit.good || undefined}>{carry.fit.words}</span> : null}
            </div>
          ) : null}
        </div>
      </div>
    </section>
  );
}
