import type { PoolBoard } from '#shared/passes/contract.ts';
import { daysOf } from '#shared/passes/places.ts';
import { passTexts } from '#shared/passes/texts.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { formatDays } from '#shared/time.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { DateSelect, Select } from '../ui/Select.tsx';
import { type AllotLine, freeFor } from './allot-lines.ts';

type AllotRowProps = {
  line: AllotLine;
  person: RequestView['delegates'][number] | undefined;
  pools: readonly PoolBoard[];
  onLine: (change: Partial<AllotLine>) => void;
};

/** One person: whether they get a place, of which pool and for which days. */
export function AllotRow({ line, person, pools, onLine }: AllotRowProps) {
  const t = useTexts(passTexts);
  const lang = useLang();
  const name = person?.name ?? '';
  const pool = pools.find((one) => one.id === line.poolId);
  const note = line.held
    ? t.has(inWords(line.held.poolName, lang))
    : line.reserve
      ? t.reserve
      : line.elsewhere
        ? t.elsewhere
        : null;
  return (
    <li data-chosen={line.chosen || undefined}>
      <label className="allot-person">
        <input
          type="checkbox"
          className="checkbox"
          checked={line.chosen}
          aria-label={t.choosePerson(name)}
          onChange={(event) => onLine({ chosen: event.target.checked })}
        />
        <span>
          <b>{name}</b> <small>{person ? inWords(person.title, lang) : ''}</small>
          <span className="allot-note">{note ?? t.stay(formatDays(line.from, line.to, lang))}</span>
        </span>
      </label>
      {line.chosen && pool ? (
        <div className="allot-fields">
          <Select
            label={t.pool}
            empty={null}
            value={line.poolId}
            onValue={(poolId) => {
              const next = pools.find((one) => one.id === poolId);
              if (next)
                onLine({
                  poolId,
                  from: later(line.from, next.from, next.to),
                  to: earlier(line.to, next.from, next.to),
                });
            }}
            options={pools.map((one) => ({
              value: one.id,
              label: t.freeFrom(inWords(one.name, lang), freeFor(one, line)),
            }))}
          />
          <DateSelect
            label={t.from}
            empty={null}
            value={line.from}
            days={daysOf(pool)}
            onValue={(from) => onLine({ from, to: from > line.to ? from : line.to })}
          />
          <DateSelect
            label={t.to}
            empty={null}
            value={line.to}
            days={daysOf(pool)}
            onValue={(to) => onLine({ to, from: to < line.from ? to : line.from })}
          />
        </div>
      ) : null}
    </li>
  );
}

function later(day: string, from: string, to: string): string {
  return day < from || day > to ? from : day;
}

function earlier(day: string, from: string, to: string): string {
  return day < from || day > to ? to : day;
}
