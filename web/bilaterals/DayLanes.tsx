import type { CSSProperties } from 'react';
import { type Candidate, meets, type Span } from '#shared/bilaterals/candidates.ts';
import type { PlannerView } from '#shared/bilaterals/contract.ts';
import { minuteOn } from '#shared/bilaterals/planner.ts';
import { bilateralTexts } from '#shared/bilaterals/texts.ts';
import { dayOf, formatDay, formatTime, formatWeekday } from '#shared/time.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import type { Engaged, Party } from './use-party.ts';

type DayLanesProps = {
  day: string;
  hours: { from: number; to: number };
  planner: PlannerView;
  party: Party;
  minutes: number;
  onChoose: ((candidate: Candidate) => void) | null;
};

/** One day: when our people wished and are engaged, the times that fit, and which rooms are in use. */
export function DayLanes({ day, hours, planner, party, minutes, onChoose }: DayLanesProps) {
  const t = useTexts(bilateralTexts);
  const lang = useLang();
  const zone = planner.timeZone;
  const on = <One extends Span>(spans: readonly One[]) =>
    spans.filter((one) => dayOf(one.startsAt, zone) === day && minuteOn(day, one.startsAt, zone) < hours.to * 60);
  const place = ({ startsAt, endsAt }: Span, behind = 0, beside = 1): CSSProperties => {
    const hour = (at: Date) => Math.min(Math.max(minuteOn(day, at, zone) / 60, hours.from), hours.to) - hours.from;
    return {
      '--at': hour(startsAt),
      '--long': hour(endsAt) - hour(startsAt),
      '--behind': behind,
      '--beside': beside,
    } as CSSProperties;
  };
  const engaged = on(party.engaged);
  const behind = (one: Engaged, index: number) => engaged.slice(0, index).filter((other) => meets(one, other)).length;
  const beside = (one: Engaged) => engaged.filter((other) => meets(one, other)).length;
  const long = (one: Span) => (one.endsAt.getTime() - one.startsAt.getTime()) / 60_000;
  const wishedDay = on(party.wished);
  const free = planner.rooms.filter(
    (room) => !party.roomBusy.some((one) => one.roomId === room.id && wishedDay.some((span) => meets(span, one))),
  ).length;
  return (
    <section className="lanes-day" aria-label={formatDay(day, lang)}>
      <header>
        <p>
          <b>{Number(day.slice(8))}</b>
          {t.inBrackets(formatWeekday(day, lang, zone))}
          {planner.rooms.length > 0 ? <small>{t.roomsFree(free, planner.rooms.length)}</small> : null}
        </p>
        <p className="lanes-names">
          <span>{inWords(planner.row.member.name, lang)}</span>
          <span>{t.lane.both}</span>
          <span>{t.lane.rooms}</span>
        </p>
      </header>
      <div className="lanes-field" data-three>
        <div className="lane">
          {wishedDay.map((one) => (
            <i key={one.startsAt.toISOString()} data-part="wished" style={place(one)} />
          ))}
          {engaged.map((one, index) => (
            <span
              key={one.key}
              className="lane-busy"
              style={place(one, behind(one, index), beside(one))}
              title={one.who ? t.ofWho(one.label, one.who) : one.label}
            >
              {one.label}
              {one.who ? <small>{one.who}</small> : null}
            </span>
          ))}
        </div>
        <div className="lane">
          {on(party.free).map((one) => (
            <span
              key={one.startsAt.toISOString()}
              className="lane-free"
              data-short={long(one) < minutes || undefined}
              style={place(one)}
            >
              {long(one) < minutes ? t.tooShort(long(one)) : null}
            </span>
          ))}
          {party.found.map((one, index) =>
            dayOf(one.startsAt, zone) === day ? (
              <Pin
                key={one.startsAt.toISOString()}
                rank={index + 1}
                time={formatTime(one.startsAt, zone)}
                day={formatDay(day, lang)}
                when={`${formatDay(day, lang)} ${formatTime(one.startsAt, zone)}`}
                style={place(one)}
                onPress={onChoose ? () => onChoose(one) : null}
              />
            ) : null,
          )}
          {party.own && dayOf(party.own.startsAt, zone) === day ? (
            <span className="lane-own" style={place(party.own)}>
              {formatTime(party.own.startsAt, zone)}
            </span>
          ) : null}
        </div>
        <div className="lane-rooms" aria-hidden="true">
          {planner.rooms.map((room) => (
            <div key={room.id} className="lane" title={inWords(room.name, lang)}>
              {on(party.roomBusy)
                .filter((one) => one.roomId === room.id)
                .map((one) => (
                  <i key={one.startsAt.toISOString()} data-part="roomBusy" style={place(one)} />
                ))}
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}

type PinProps = {
  rank: number;
  time: string;
  day: string;
  when: string;
  style: CSSProperties;
  onPress: (() => void) | null;
};

function Pin({ rank, time, day, when, style, onPress }: PinProps) {
  const t = useTexts(bilateralTexts);
  const inside = (
    <>
      <b>{rank}</b> <span>{time}</span>
    </>
  );
  const marks = { className: 'lane-pin', 'data-best': rank === 1 || undefined, style };
  if (!onPress) return <span {...marks}>{inside}</span>;
  return (
    <button type="button" {...marks} title={t.pin(rank, when)} onClick={onPress}>
      <VisuallyHidden>{t.pinDay(day)} </VisuallyHidden>
      {inside}
    </button>
  );
}
