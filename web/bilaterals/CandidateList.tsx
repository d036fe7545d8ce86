import { type Candidate, meets, type Span } from '#shared/bilaterals/candidates.ts';
import type { PlannerView } from '#shared/bilaterals/contract.ts';
import { bilateralTexts } from '#shared/bilaterals/texts.ts';
import { dayOf, dualTime, formatDay, formatTime, JAPAN } from '#shared/time.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Chip.tsx';
import { counterpartClock } from './Appointment.tsx';

type CandidateListProps = {
  planner: PlannerView;
  found: readonly Candidate[];
  wished: readonly Span[];
  /** Why no time can be set now. */
  stopped: string | null;
  onChoose: (candidate: Candidate | null) => void;
};

/** Between these hours people in Japan who join or wait would be asleep. */
const NIGHT_FROM = 22;
const NIGHT_TO = 7;

/** The times when the party could meet, best first, on every clock that matters. */
export function CandidateList({ planner, found, wished, stopped, onChoose }: CandidateListProps) {
  const t = useTexts(bilateralTexts);
  const lang = useLang();
  const zone = planner.timeZone;
  const counterpart = planner.row.meeting?.counterpart;
  const nameOf = (id: string) => {
    const room = planner.rooms.find((one) => one.id === id);
    if (!room) return '';
    return inWords(room.name, lang) + (room.capacity ? t.inBrackets(t.seats(room.capacity)) : '');
  };
  return (
    <section className="planner-candidates no-print" aria-label={t.candidates}>
      <header>
        <h2>
          {t.candidates} <small>{t.count(found.length)}</small>
        </h2>
        {stopped ? null : (
          <Button look="quiet" size={30} onClick={() => onChoose(null)}>
            {t.otherTime}
          </Button>
        )}
      </header>
      <p className="planner-note">
        {found.length > 0 ? t.candidatesBody : wished.length > 0 ? t.noCandidates : t.noWindows}
      </p>
      {stopped ? <p className="planner-note">{stopped}</p> : null}
      <ol>
        {found.map((one, index) => {
          const times = dualTime(one.startsAt, one.endsAt, zone, lang);
          const hour = Number(formatTime(one.startsAt, JAPAN).split(':')[0]);
          const night = hour >= NIGHT_FROM || hour < NIGHT_TO;
          const wish = wished.findIndex((span) => meets(span, one)) + 1;
          const [room, ...more] = one.roomIds;
          return (
            <li key={one.startsAt.toISOString()}>
              <h3>
                <span className="planner-rank">{index + 1}</span>
                {formatDay(dayOf(one.startsAt, zone), lang)} {times.venue}
              </h3>
              <dl>
                <div>
                  <dt>{t.venue}</dt>
                  <dd>{formatTime(one.startsAt, zone)}</dd>
                </div>
                <div>
                  <dt>{t.japan}</dt>
                  <dd>{dualTime(one.startsAt, null, zone, lang).japan}</dd>
                </div>
                {counterpart?.timeZone ? (
                  <div>
                    <dt>{inWords(counterpart.name, lang)}</dt>
                    <dd>{counterpartClock(one.startsAt, zone, counterpart.timeZone, lang)}</dd>
                  </div>
                ) : null}
              </dl>
              <p className="planner-tags">
                {room ? <span>{t.roomAnd(nameOf(room), more.length)}</span> : <Tag tone="warn">{t.noRoomFree}</Tag>}
                <Tag>{t.wishNumber(wish)}</Tag>
                {night ? <Tag tone="warn">{t.nightInJapan}</Tag> : null}
              </p>
              {stopped ? null : (
                <Button size={30} aria-label={t.chooseOf(index + 1)} onClick={() => onChoose(one)}>
                  {t.choose}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
