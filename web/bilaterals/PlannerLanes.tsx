import { useState } from 'react';
import type { Candidate, Span } from '#shared/bilaterals/candidates.ts';
import type { PlannerView } from '#shared/bilaterals/contract.ts';
import { hoursShown } from '#shared/bilaterals/planner.ts';
import { bilateralTexts } from '#shared/bilaterals/texts.ts';
import { dualTime, formatShortDay, formatWeekday } from '#shared/time.ts';
import { instantOf } from '#shared/time-zone.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { ChevronLeft, ChevronRight } from '../ui/icons.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { useMedia } from '../ui/use-media.ts';
import { DayLanes } from './DayLanes.tsx';
import { LanesAsText } from './LanesAsText.tsx';
import type { Party } from './use-party.ts';

type PlannerLanesProps = {
  planner: PlannerView;
  party: Party;
  minutes: number;
  onChoose: ((candidate: Candidate) => void) | null;
};

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** Our people, the times that fit and the rooms, side by side for each day. */
export function PlannerLanes({ planner, party, minutes, onChoose }: PlannerLanesProps) {
  const t = useTexts(bilateralTexts);
  const lang = useLang();
  const narrow = useMedia('(max-width: 1023px)');
  const middling = useMedia('(max-width: 1359px)');
  const atOnce = narrow ? 1 : middling ? 2 : 3;
  const [first, setFirst] = useState(0);
  const from = Math.max(0, Math.min(first, party.days.length - atOnce));
  const days = party.days.slice(from, from + atOnce);
  const zone = planner.timeZone;
  const within: Span[] = [...party.wished, ...party.promised, ...(party.own ? [party.own] : [])];
  const hours = hoursShown(party.days, within, zone);
  const ticks = Array.from({ length: hours.to - hours.from + 1 }, (_, index) => hours.from + index);
  const day = days[0];
  if (!day) return <p className="planner-lanes planner-note no-print">{t.noWindows}</p>;
  return (
    <section className="planner-lanes no-print" aria-label={t.lanes}>
      <div className="lanes-tools">
        <Legend />
        {narrow && party.days.length > 1 && party.days.length <= 4 ? (
          <Segmented
            label={t.days}
            value={day}
            onValue={(chosen) => setFirst(party.days.indexOf(chosen))}
            options={party.days.map((one) => ({
              value: one,
              label: `${formatShortDay(one, lang)} ${formatWeekday(one, lang, zone)}`,
            }))}
          />
        ) : party.days.length > atOnce ? (
          <span className="lanes-walk">
            <Button size={30} iconOnly aria-label={t.previousDays} onClick={() => setFirst(Math.max(0, from - 1))}>
              <ChevronLeft aria-hidden="true" />
            </Button>
            <Button
              size={30}
              iconOnly
              aria-label={t.nextDays}
              onClick={() => setFirst(Math.min(party.days.length - atOnce, from + 1))}
            >
              <ChevronRight aria-hidden="true" />
            </Button>
          </span>
        ) : null}
      </div>
      <div className="lanes" style={{ '--days': days.length, '--hours': hours.to - hours.from } as React.CSSProperties}>
        <div className="lanes-axis" aria-hidden="true">
          <p>
            <b>{t.venue}</b> {t.japan}
          </p>
          <div className="lanes-field">
            {ticks.slice(0, -1).map((hour) => (
              <span key={hour} style={{ '--at': hour - hours.from } as React.CSSProperties}>
                <b>{clock(hour)}</b> {dualTime(instantOf(day, clock(hour), zone), null, zone, lang).japan}
              </span>
            ))}
          </div>
        </div>
        {days.map((one) => (
          <DayLanes
            key={one}
            day={one}
            hours={hours}
            planner={planner}
            party={party}
            minutes={minutes}
            onChoose={onChoose}
          />
        ))}
      </div>
      <LanesAsText planner={planner} party={party} member={inWords(planner.row.member.name, lang)} />
    </section>
  );
}

function Legend() {
  const t = useTexts(bilateralTexts);
  return (
    <p className="lanes-legend" aria-hidden="true">
      {(['wished', 'fits', 'busy', 'roomBusy'] as const).map((part) => (
        <span key={part}>
          <i data-part={part} /> {t.legend[part]}
        </span>
      ))}
    </p>
  );
}
