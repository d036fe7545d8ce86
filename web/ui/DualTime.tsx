import { shellTexts } from '#shared/shell-texts.ts';
import { dualTime, formatDay, formatShortDay, type Instant, JAPAN } from '#shared/time.ts';
import { useLang, useTexts } from '../texts.ts';

type DualTimeProps = {
  from: Instant;
  to?: Instant | null;
  /** The venue's time zone. */
  zone: string;
  /** What the venue's time is called; 会場 unless a city's name is clearer. */
  place?: string;
  /** Puts the day before the times; `short` is for tables. */
  day?: 'long' | 'short';
};

/** Venue time first and bold, Japan time second; both always say whose time they are. */
export function DualTime({ from, to = null, zone, place, day }: DualTimeProps) {
  const lang = useLang();
  const t = useTexts(shellTexts);
  const times = dualTime(from, to, zone, lang);
  const dayWords =
    day === 'long' ? formatDay(times.day, lang) : day === 'short' ? `${formatShortDay(times.day, lang)} ` : '';
  const gap = day === 'long' && lang === 'en' ? ', ' : '';
  const iso = typeof from === 'string' ? from : from.toISOString();
  return (
    <span className="dual">
      <time className="dual-venue" dateTime={iso}>
        <small>{zone === JAPAN ? t.japanTime : (place ?? t.venueTime)}</small>
        {dayWords}
        {gap}
        {times.venue}
      </time>
      {zone === JAPAN ? null : (
        <span className="dual-japan">
          {t.japanTime} {times.japan}
        </span>
      )}
    </span>
  );
}
