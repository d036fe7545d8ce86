import { useCallback, useState } from 'react';
import { shellTexts } from '#shared/shell-texts.ts';
import { Refused } from '../api.ts';
import { wordsOf } from '../query.ts';
import { useTexts } from '../texts.ts';
import type { Mend } from './ErrorSummary.tsx';

/** The id of the control for a JSON Pointer: `/name/en` in the form `room` is `room-name-en`. */
export function fieldId(form: string, pointer: string): string {
  return `${form}${pointer.replaceAll('/', '-')}`;
}

/** Sends a form: busy meanwhile, and afterwards the errors at their fields or one sentence about the whole. */
export function useSending(form = 'form') {
  const t = useTexts(shellTexts);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = useCallback(async (work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      await work();
      return true;
    } catch (caught) {
      setError(caught);
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  const fields = error instanceof Refused ? (error.body.errors ?? []) : [];
  return {
    busy,
    send,
    error,
    clear: useCallback(() => setError(null), []),
    /** The words for the whole form; null while only fields need mending. */
    sentence: error && fields.length === 0 ? wordsOf(error, t) : null,
    /** The words at one field. */
    at: (pointer: string) => fields.find((one) => one.pointer === pointer)?.detail ?? null,
    mends: fields.map(({ pointer, detail }): Mend => ({ id: fieldId(form, pointer), message: detail })),
    id: (pointer: string) => fieldId(form, pointer),
    /** What is saved now, when somebody else was first. */
    stale: error instanceof Refused && error.code === 'changed-meanwhile' ? error.body.current : undefined,
  };
}
