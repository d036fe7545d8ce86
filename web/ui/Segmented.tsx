import type { ReactNode } from 'react';

type SegmentedProps = {
  label: string;
  value: string;
  onValue: (value: string) => void;
  options: readonly { value: string; label: ReactNode; lang?: string }[];
};

/** One of two or three, at once. */
export function Segmented({ label, value, onValue, options }: SegmentedProps) {
  return (
    <fieldset className="segmented" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          lang={option.lang}
          aria-pressed={option.value === value}
          onClick={() => onValue(option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
