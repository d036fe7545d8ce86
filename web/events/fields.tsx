import { settingsTexts } from '#shared/events/texts.ts';
import type { Bilingual } from '#shared/lang.ts';
import { useTexts } from '../texts.ts';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import type { Marks } from './EditDialog.tsx';

type BothProps = {
  label: string;
  pointer: string;
  value: Bilingual;
  onValue: (value: Bilingual) => void;
  marks: Marks;
  required?: boolean;
};

/** One name in both languages. */
export function Both({ label, pointer, value, onValue, marks, required = false }: BothProps) {
  const t = useTexts(settingsTexts);
  return (
    <div className="grid gap-4 wide:grid-cols-2">
      {(['ja', 'en'] as const).map((lang) => (
        <TextInput
          key={lang}
          label={t[lang](label)}
          id={marks.id(`${pointer}/${lang}`)}
          error={marks.at(`${pointer}/${lang}`)}
          lang={lang}
          required={required}
          value={value[lang]}
          onValue={(text) => onValue({ ...value, [lang]: text })}
        />
      ))}
    </div>
  );
}

type DayProps = {
  label: string;
  pointer: string;
  value: string;
  onValue: (value: string) => void;
  marks: Marks;
  hint?: string;
  required?: boolean;
};

/** A calendar day at the venue. */
export function DayInput({ label, pointer, value, onValue, marks, hint, required = false }: DayProps) {
  return (
    <Field label={label} hint={hint} id={marks.id(pointer)} error={marks.at(pointer)} required={required}>
      {(ids) => (
        <input {...ids} type="date" className="input" value={value} onChange={(event) => onValue(event.target.value)} />
      )}
    </Field>
  );
}

type NumberProps = Omit<DayProps, 'value' | 'onValue'> & {
  value: number | null;
  onValue: (value: number | null) => void;
};

/** A whole number; empty where none is known. */
export function NumberInput({ label, pointer, value, onValue, marks, hint, required = false }: NumberProps) {
  return (
    <Field label={label} hint={hint} id={marks.id(pointer)} error={marks.at(pointer)} required={required}>
      {(ids) => (
        <input
          {...ids}
          type="number"
          inputMode="numeric"
          className="input"
          value={value ?? ''}
          onChange={(event) => onValue(event.target.value === '' ? null : Math.round(Number(event.target.value)))}
        />
      )}
    </Field>
  );
}

/** Both languages on two lines, for comparing versions. */
export function bothLines(value: unknown): string {
  const { ja = '', en = '' } = (value ?? {}) as Partial<Bilingual>;
  return `${ja}\n${en}`;
}
