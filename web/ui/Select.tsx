import type { ComponentPropsWithRef } from 'react';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatDay } from '#shared/time.ts';
import { useLang, useTexts } from '../texts.ts';
import { Field, type FieldProps } from './Field.tsx';

export type Option = { value: string; label: string; disabled?: boolean };

type SelectProps = FieldProps & {
  value: string;
  onValue: (value: string) => void;
  options: readonly Option[];
  /** The first line while nothing is chosen; null when something always is. */
  empty?: string | null;
} & Omit<ComponentPropsWithRef<'select'>, 'value' | 'onChange' | 'id' | 'required'>;

export function Select({ label, id, hint, error, required, value, onValue, options, empty, ...rest }: SelectProps) {
  const t = useTexts(shellTexts);
  return (
    <Field {...{ label, hint, error }} {...(id ? { id } : {})} required={required ?? false}>
      {(ids) => (
        <select
          {...rest}
          {...ids}
          className="input"
          aria-required={required || undefined}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        >
          {empty === null ? null : <option value="">{empty ?? t.choose}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type DateSelectProps = Omit<SelectProps, 'options'> & {
  /** The days to choose from, `YYYY-MM-DD`. */
  days: readonly string[];
  /** Says something about a day, such as how many places are left. */
  note?: (day: string) => string;
};

/** A day out of a known few, always with its weekday. */
export function DateSelect({ days, note, ...rest }: DateSelectProps) {
  const lang = useLang();
  const options = days.map((day) => ({
    value: day,
    label: [formatDay(day, lang), note?.(day)].filter(Boolean).join('　'),
  }));
  return <Select {...rest} options={options} />;
}

type TimeSelectProps = Omit<SelectProps, 'options'> & { from?: string; to?: string; stepMinutes?: number };

/** A time of day on the 24-hour clock in fixed steps; say in the label whose time it is. */
export function TimeSelect({ from = '08:00', to = '20:00', stepMinutes = 15, ...rest }: TimeSelectProps) {
  const times = timesOf(from, to, stepMinutes);
  const known = rest.value === '' || times.includes(rest.value) ? times : [...times, rest.value].sort();
  return <Select {...rest} options={known.map((time) => ({ value: time, label: time.replace(/^0/, '') }))} />;
}

function timesOf(from: string, to: string, stepMinutes: number): string[] {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const times: string[] = [];
  for (let at = minutes(from); at <= minutes(to); at += stepMinutes) {
    times.push(`${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`);
  }
  return times;
}
