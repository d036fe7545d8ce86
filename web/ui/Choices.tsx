import { type ReactNode, useId } from 'react';
import { FieldGroup, type FieldProps } from './Field.tsx';

export type Choice = { value: string; label: string; hint?: ReactNode; disabled?: boolean };

type RadioCardsProps = FieldProps & {
  value: string;
  onValue: (value: string) => void;
  choices: readonly Choice[];
  columns?: 1 | 2 | 3;
};

export function RadioCards({ value, onValue, choices, columns = 1, ...field }: RadioCardsProps) {
  const name = useId();
  const grid = columns === 3 ? 'wide:grid-cols-3' : columns === 2 ? 'wide:grid-cols-2' : '';
  return (
    <FieldGroup {...field}>
      <div className={`radio-cards ${grid}`}>
        {choices.map((choice) => (
          <label key={choice.value} className="radio-card">
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.disabled}
              onChange={() => onValue(choice.value)}
            />
            <b>{choice.label}</b>
            {choice.hint ? <small>{choice.hint}</small> : null}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

type CheckboxProps = {
  checked: boolean;
  onChecked: (checked: boolean) => void;
  label: ReactNode;
  hint?: ReactNode;
  id?: string;
  disabled?: boolean;
};

export function Checkbox({ checked, onChecked, label, hint, id, disabled }: CheckboxProps) {
  return (
    <label className="check">
      <input
        type="checkbox"
        {...(id ? { id } : {})}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChecked(event.target.checked)}
      />
      <span>
        {label}
        {hint ? <small>{hint}</small> : null}
      </span>
    </label>
  );
}

type CheckboxesProps = FieldProps & {
  values: readonly string[];
  onValues: (values: string[]) => void;
  choices: readonly Choice[];
};

/** Several of many; the answer keeps the order of the choices. */
export function Checkboxes({ values, onValues, choices, ...field }: CheckboxesProps) {
  const set = (value: string, on: boolean) => {
    const chosen = new Set(values);
    if (on) chosen.add(value);
    else chosen.delete(value);
    onValues(choices.map((choice) => choice.value).filter((one) => chosen.has(one)));
  };
  return (
    <FieldGroup {...field}>
      {choices.map((choice) => (
        <Checkbox
          key={choice.value}
          label={choice.label}
          hint={choice.hint}
          disabled={choice.disabled ?? false}
          checked={values.includes(choice.value)}
          onChecked={(on) => set(choice.value, on)}
        />
      ))}
    </FieldGroup>
  );
}
