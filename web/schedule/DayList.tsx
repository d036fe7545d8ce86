import { memo, useMemo } from 'react';
import type { DraftView, SessionView } from '#shared/schedule/contract.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { formatDay } from '#shared/time.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { DualTime } from '../ui/DualTime.tsx';
import { layoutOf } from './day-layout.ts';

type DayListProps = {
  draft: DraftView;
  day: string;
  marked: ReadonlySet<string>;
  onOpen: (session: SessionView) => void;
};

/** The same day as a list by time: for phones and for paper. */
export const DayList = memo(function DayList({ draft, day, marked, onOpen }: DayListProps) {
  const lang = useLang();
  const t = useTexts(scheduleTexts);
  const placed = useMemo(
    () => layoutOf(draft, [day]).placed.toSorted((a, b) => a.from - b.from || a.roomIndex - b.roomIndex),
    [draft, day],
  );
  return (
    <section className="day-list" aria-label={t.list}>
      <h2>{formatDay(day, lang)}</h2>
      <ul>
        {placed.map(({ session, roomIndex }) => (
          <li key={session.id} data-theme={session.theme} data-marked={marked.has(session.id) || undefined}>
            <button type="button" onClick={() => onOpen(session)}>
              {session.slot ? (
                <DualTime from={session.slot.startsAt} to={session.slot.endsAt} zone={draft.timeZone} />
              ) : null}
              <b>{inWords(session.title, lang)}</b>
              <small>
                {inWords(draft.rooms[roomIndex]?.name ?? { ja: '', en: '' }, lang)}　
                {session.hosts.map((host) => inWords(host.name, lang)).join('・')}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
});
