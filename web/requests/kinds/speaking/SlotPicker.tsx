import './slot-picker.css';
import { type KeyboardEvent, useId, useState } from 'react';
import type { EventDay } from '#shared/events/contract.ts';
import { DAY_PARTS, type WishedTime } from '#shared/requests/kinds/speaking.ts';
import { rankOf, stepInGrid, toggleWish } from '#shared/requests/slot-grid.ts';
import { stepTexts } from '#shared/requests/step-texts.ts';
import { requestTexts } from '#shared/requests/texts.ts';
import { partInJapan } from '#shared/requests/wished-time.ts';
import { requestWords } from '#shared/requests/words.ts';
import { formatDay, formatWeekday, JAPAN } from '#shared/time.ts';
import { inWords } from '../../../in-words.ts';
import { useLang, useTexts } from '../../../texts.ts';
import { FieldGroup } from '../../../ui/Field.tsx';
import { WishRanks } from './WishRanks.tsx';

type SlotPickerProps = {
  id: string;
  error: string | undefined;
  days: readonly EventDay[];
  timeZone: string;
  wishes: readonly WishedTime[];
  onWishes: (wishes: WishedTime[]) => void;
};

const cellId = (id: string, { day, part }: WishedTime) => `${id}-${day}-${part}`;

/** Days down, parts of the day across. One cell is in the tab order; arrows move, Enter or Space chooses. */
export function SlotPicker({ id, error, days, timeZone, wishes, onWishes }: SlotPickerProps) {
  const lang = useLang();
  const t = useTexts(stepTexts).speaking.times;
  const names = useTexts(requestTexts).speaking;
  const words = useTexts(requestWords);
  const said = useId();
  const firstOpen = days.find(({ rest }) => !rest);
  const [active, setActive] = useState<WishedTime | null>(
    wishes[0] ?? (firstOpen ? { day: firstOpen.day, part: 'morning' } : null),
  );
  const [message, setMessage] = useState('');
  const spoken = (time: WishedTime) => t.cell(formatDay(time.day, lang), words.dayPart[time.part]);
  const choose = (time: WishedTime) => {
    const next = toggleWish(wishes, time);
    const rank = rankOf(next, time);
    const full = next.length === wishes.length && rank === 0;
    setMessage(full ? t.full : rank > 0 ? t.added(rank, spoken(time)) : t.taken(spoken(time)));
    setActive(time);
    if (!full) onWishes(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = active && stepInGrid(active, event.key, days);
    if (!next) return;
    event.preventDefault();
    setActive(next);
    document.getElementById(cellId(id, next))?.focus();
  };
  const japanOf = (part: WishedTime['part']) =>
    timeZone === JAPAN || !firstOpen ? null : partInJapan({ day: firstOpen.day, part }, timeZone, lang);
  return (
    <FieldGroup id={id} error={error} label={names.wishes} required>
      <WishRanks wishes={wishes} />
      <table className="slot-picker" aria-label={names.wishes} aria-describedby={said}>
        <thead>
          <tr>
            <th scope="col">
              {t.venueTime}
              {timeZone === JAPAN ? null : <small>{t.japanTime}</small>}
            </th>
            {DAY_PARTS.map((part) => (
              <th key={part} scope="col">
                {words.dayPart[part]}
                {japanOf(part) ? <small>{japanOf(part)}</small> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {days.map(({ day, theme, rest }) => (
            <tr key={day} data-week={formatWeekday(day, 'en', timeZone) === 'Mon' || undefined}>
              <th scope="row">
                <span className="slot-day">{Number(day.slice(8))}</span>
                {`（${formatWeekday(day, lang, timeZone)}）`}
                <span className="slot-theme">{inWords(theme, lang)}</span>
              </th>
              {rest ? (
                <td colSpan={DAY_PARTS.length} className="slot-rest">
                  {t.rest}
                </td>
              ) : (
                DAY_PARTS.map((part) => {
                  const time = { day, part };
                  const rank = rankOf(wishes, time);
                  const inOrder = active?.day === day && active.part === part;
                  return (
                    <td key={part}>
                      <button
                        type="button"
                        id={cellId(id, time)}
                        tabIndex={inOrder ? 0 : -1}
                        aria-pressed={rank > 0}
                        aria-label={`${spoken(time)} ${rank > 0 ? t.chosen(rank) : t.choose}`}
                        onFocus={() => setActive(time)}
                        onClick={() => choose(time)}
                      >
                        {rank > 0 ? (
                          <span className="slot-rank" aria-hidden="true">
                            {rank}
                          </span>
                        ) : null}
                        <span className={rank > 0 ? '' : 'slot-open'}>{rank > 0 ? t.chosen(rank) : t.choose}</span>
                      </button>
                    </td>
                  );
                })
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p id={said} className="slot-said" role="status">
        {message}
      </p>
    </FieldGroup>
  );
}
