import { useRef, useState } from 'react';
import { newIdempotencyKey, Refused } from '../api.ts';
import { wordsOf } from '../query.ts';
import type { Mend } from './ErrorSummary.tsx';

type Words = { offline: string; broken: string };

/** The id of the control for a field of the body: `/title/en` with the prefix `delegate` is `delegate-title-en`. */
export function controlId(pointer: string, prefix = ''): string {
  return `${prefix}${pointer.replaceAll('/', '-')}`.replace(/^-/, '');
}

/**
 * What every form needs: errors of fields, a sentence for any other failure, and one sending at a time.
 * Errors the server finds come back at the same fields; the key stays until a sending has gone through.
 */
export function useForm(words: Words, prefix = '') {
  const [errors, setErrors] = useState<readonly Mend[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const key = useRef<string | null>(null);
  const send = async (missing: readonly Mend[], act: (key: string) => Promise<void>): Promise<boolean> => {
    if (sending.current) return false;
    setErrors(missing);
    setFailure(null);
    if (missing.length > 0) return false;
    sending.current = true;
    setBusy(true);
    key.current ??= newIdempotencyKey();
    try {
      await act(key.current);
      key.current = null;
      return true;
    } catch (error) {
      const fields = error instanceof Refused ? (error.body.errors ?? []) : [];
      setErrors(fields.map(({ pointer, detail }) => ({ id: controlId(pointer, prefix), message: detail })));
      if (fields.length === 0) setFailure(wordsOf(error, words));
      // Another body needs another key; after a network failure the same attempt may be repeated.
      if (error instanceof Refused) key.current = null;
      return false;
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  const errorOf = (id: string) => errors.find((one) => one.id === id)?.message;
  return { errors, failure, busy, send, errorOf, clear: () => setErrors([]) };
}
