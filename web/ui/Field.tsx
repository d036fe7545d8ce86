import { type ReactNode, useId } from 'react';
import { shellTexts } from '#shared/shell-texts.ts';
import { useTexts } from '../texts.ts';
import { TriangleAlert } from './icons.tsx';

export type FieldProps = {
  label: string;
  /** The id of the control, so that an error summary can lead to it. */
  id?: string;
  hint?: ReactNode;
  error?: string | null | undefined;
  required?: boolean;
};

type Ids = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };

/** Label, hint and error above a control, in the order people read them; `children` draws the control. */
export function Field(props: FieldProps & { below?: ReactNode; children: (ids: Ids) => ReactNode }) {
  const { label, hint, error, required, below, children } = props;
  const own = useId();
  const id = props.id ?? own;
  const t = useTexts(shellTexts);
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="field" data-error={error ? true : undefined}>
      <label className="field-label" htmlFor={id}>
        {label}
        {required ? <span className="field-required">{t.required}</span> : null}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      <div className="mt-1.5">
        {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      </div>
      {below}
    </div>
  );
}

/** The same for a group of choices, which needs a legend instead of a label. */
export function FieldGroup(props: FieldProps & { children: ReactNode }) {
  const { label, hint, error, required, children } = props;
  const own = useId();
  const id = props.id ?? own;
  const t = useTexts(shellTexts);
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <fieldset
      className="field min-w-0"
      id={id}
      tabIndex={-1}
      data-error={error ? true : undefined}
      aria-describedby={described || undefined}
    >
      <legend className="field-label">
        {label}
        {required ? <span className="field-required">{t.required}</span> : null}
      </legend>
      <HintAndError id={id} hint={hint} error={error} />
      <div className="mt-1.5">{children}</div>
    </fieldset>
  );
}

function HintAndError({ id, hint, error }: { id: string; hint?: ReactNode; error?: string | null | undefined }) {
  return (
    <>
      {hint ? (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="field-error">
          <TriangleAlert aria-hidden="true" />
          {error}
        </p>
      ) : null}
    </>
  );
}
