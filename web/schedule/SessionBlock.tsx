import { type CSSProperties, memo, type RefObject } from 'react';
import type { SessionView } from '#shared/schedule/contract.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { TriangleAlert } from '../ui/icons.tsx';
import type { Carry } from './use-carry.ts';

/** Pixels a minute: an hour is 84 px, so that half an hour holds two lines. */
export const SCALE = 1.4;

type BlockProps = {
  session: SessionView;
  time: string;
  left: string;
  width: string;
  top: number;
  height: number;
  carried: boolean;
  mark: 'blocking' | 'warning' | null;
  /** What a press or a key does now; always the same object. */
  now: RefObject<{ carry: Carry; onOpen: (session: SessionView) => void }>;
};

/** How many lines of a title fit into a block of this many minutes beside its time and hosts. */
function linesOf(minutes: number): number {
  return Math.max(1, Math.floor((minutes * SCALE - (minutes < 60 ? 26 : 44)) / 17));
}

/** A session on the grid: opened by a press, picked up by Space or by pulling, longer and shorter by its lower edge. */
export const SessionBlock = memo(function SessionBlock({ session, time, carried, mark, now, ...style }: BlockProps) {
  const lang = useLang();
  const t = useTexts(scheduleTexts);
  const short = session.minutes <= 30;
  return (
    <button
      type="button"
      className="grid-session"
      data-theme={session.theme}
      data-carried={carried || undefined}
      data-marked={mark ?? undefined}
      data-session={session.id}
      data-short={short || undefined}
      data-kind={session.kind}
      style={{ ...style, '--lines': linesOf(session.minutes) } as CSSProperties}
      onClick={(event) => {
        if (carried) event.preventDefault();
        else if (!now.current.carry.session) now.current.onOpen(session);
      }}
      onKeyDown={(event) => now.current.carry.onKey(event, session)}
    >
      {mark ? <TriangleAlert className="grid-mark" size={13} aria-hidden="true" /> : null}
      <span className="grid-time">{time}</span>
      <b>
        {session.state === 'cancelled' ? <s>{inWords(session.title, lang)}</s> : inWords(session.title, lang)}
        {session.state === 'cancelled' ? <em> {t.state}</em> : null}
      </b>
      {short ? null : <small>{session.hosts.map((host) => inWords(host.name, lang)).join('・')}</small>}
      <i className="grid-resize" aria-hidden="true" />
    </button>
  );
});
