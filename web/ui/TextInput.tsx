import type { ComponentPropsWithRef } from 'react';
import { shellTexts } from '#shared/shell-texts.ts';
import { useTexts } from '../texts.ts';
import { Field, type FieldProps } from './Field.tsx';

/** How long a text may be: in characters (as people count them), or in words for English abstracts. */
export type Limit = { limit?: number | undefined; countWords?: boolean | undefined };

type Change = { value: string; onValue: (value: string) => void };

type TextInputProps = FieldProps &
  Limit &
  Change &
  Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange' | 'id' | 'required' | 'maxLength'>;

export function TextInput({
  label,
  id,
  hint,
  error,
  required,
  limit,
  countWords,
  value,
  onValue,
  ...rest
}: TextInputProps) {
  return (
    <Field
      {...{ label, hint, error }}
      {...(id ? { id } : {})}
      required={required ?? false}
      below={<Count value={value} limit={limit} countWords={countWords} />}
    >
      {(ids) => (
        <input
          type="text"
          {...rest}
          {...ids}
          className="input"
          aria-required={required || undefined}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  );
}

type TextAreaProps = FieldProps &
  Limit &
  Change &
  Omit<ComponentPropsWithRef<'textarea'>, 'value' | 'onChange' | 'id' | 'required' | 'maxLength'>;

export function TextArea({
  label,
  id,
  hint,
  error,
  required,
  limit,
  countWords,
  value,
  onValue,
  ...rest
}: TextAreaProps) {
  return (
    <Field
      {...{ label, hint, error }}
      {...(id ? { id } : {})}
      required={required ?? false}
      below={<Count value={value} limit={limit} countWords={countWords} />}
    >
      {(ids) => (
        <textarea
          rows={5}
          {...rest}
          {...ids}
          className="input"
          aria-required={required || undefined}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Words of English text, for limits given in words. */
function wordsIn(text: string): number {
  return text.trim() ? text.trim().split(/\s+/).length : 0;
}

/** The count below a text; typing over the limit is allowed and said, so that nothing pasted is cut silently. */
function Count({ value, limit, countWords }: { value: string } & Limit) {
  const t = useTexts(shellTexts);
  if (limit === undefined) return null;
  const now = countWords ? wordsIn(value) : [...value].length;
  const over = now - limit;
  return (
    <p className="field-count" data-over={over > 0 || undefined}>
      {countWords ? t.words(now, limit) : t.count(now, limit)}
      {over > 0 ? <span className="ml-2">{countWords ? t.overWords(over) : t.over(over)}</span> : null}
    </p>
  );
}
