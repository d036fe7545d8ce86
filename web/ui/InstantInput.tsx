import { useState } from 'react';
import { shellTexts } from '#shared/shell-texts.ts';
import { dayOf, formatDateTime, JAPAN } from '#shared/time.ts';
import { instantOf } from '#shared/time-zone.ts';
import { useLang, useTexts } from '../texts.ts';
import { FieldGroup, type FieldProps } from './Field.tsx';

type InstantInputProps = FieldProps & {
  /** ISO, or empty while it is not complete. */
  value: string;
  onValue: (iso: string) => void;
  /** The zones it may be entered in, the usual one first; with one only, none is asked for. */
  zones?: readonly { zone: string; name: string }[];
};

const clockOf = (iso: string, zone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(iso),
  );

function read(day: string, time: string, zone: string): string {
  if (!day || !time) return '';
  try {
    return instantOf(day, time, zone).toISOString();
  } catch {
    return '';
  }
}

/**
 * A day and a time on the clock of a place; whatever the place, Japan's time is shown below.
 * The time is typed on the 24-hour clock: the browser's own control would follow its language instead.
 */
export function InstantInput({ value, onValue, zones, ...field }: InstantInputProps) {
  const lang = useLang();
  const t = useTexts(shellTexts);
  const choices = zones ?? [{ zone: JAPAN, name: t.inPlace(t.japanTime) }];
  const [zone, setZone] = useState(choices[0]?.zone ?? JAPAN);
  const [day, setDay] = useState(value ? dayOf(value, zone) : '');
  const [time, setTime] = useState(value ? clockOf(value, zone) : '17:00');
  const change = (next: { day?: string; time?: string; zone?: string }) => {
    const now = { day, time, zone, ...next };
    setDay(now.day);
    setTime(now.time);
    setZone(now.zone);
    onValue(read(now.day, now.time, now.zone));
  };
  const named = field.error ? true : undefined;
  return (
    <FieldGroup {...field}>
      <div className="flex flex-wrap gap-2">
        <input
          type="date"
          className="input flex-1 basis-40"
          aria-label={`${field.label} ${t.instant.day}`}
          aria-invalid={named}
          value={day}
          onChange={(event) => change({ day: event.target.value })}
        />
        <input
          type="text"
          inputMode="numeric"
          maxLength={5}
          placeholder="17:00"
          className="input flex-1 basis-28"
          aria-label={`${field.label} ${t.instant.time}`}
          aria-invalid={named}
          value={time}
          onChange={(event) => change({ time: event.target.value })}
        />
        {choices.length > 1 ? (
          <select
            className="input flex-1 basis-48"
            aria-label={`${field.label} ${t.instant.zone}`}
            value={zone}
            onChange={(event) => change({ zone: event.target.value })}
          >
            {choices.map((one) => (
              <option key={one.zone} value={one.zone}>
                {one.name}
              </option>
            ))}
          </select>
        ) : null}
      </div>
      {value ? (
        <p className="mt-1 text-13 text-ink-3">
          {t.inPlace(t.japanTime)} {formatDateTime(value, lang, JAPAN)}
        </p>
      ) : null}
    </FieldGroup>
  );
}
