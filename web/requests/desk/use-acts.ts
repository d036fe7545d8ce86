import { useCallback } from 'react';
import type { BulkAnswer, BulkInput } from '#shared/requests/contract.ts';
import { verdictTexts } from '#shared/requests/verdict-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call, newIdempotencyKey } from '../../api.ts';
import { wordsOf } from '../../query.ts';
import { useTexts } from '../../texts.ts';
import { useToast } from '../../ui/Toast.tsx';
import { useRefresh } from './use-queue.ts';

type Undo = { id: NonNullable<BulkAnswer['undo']>; items: BulkInput['items'] };

/** The last act that can be taken back; one step, as long as the page stays open. */
let last: Undo | null = null;

/** Acts on requests, tells what happened with a way back, and reads the lists anew. */
export function useActs() {
  const t = useTexts(verdictTexts);
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const refresh = useRefresh();

  const takeBack = useCallback(
    async (undo: Undo) => {
      if (last?.id === undo.id) last = null;
      try {
        const answer = await call('POST /api/requests/bulk', {
          body: { items: undo.items, act: { do: 'undo', undoes: undo.id } },
          idempotencyKey: newIdempotencyKey(),
        });
        const refusal = answer.refused[0];
        toast({ message: answer.done.length > 0 || !refusal ? t.done.undone(answer.done.length) : refusal.detail });
      } catch (error) {
        toast({ message: wordsOf(error, shell) });
      }
      await refresh();
    },
    [t, shell, toast, refresh],
  );

  /** Does it to all of them; `message` is said when something was done. Throws when nothing is known. */
  const act = useCallback(
    async (items: BulkInput['items'], what: BulkInput['act'], message: (done: number) => string) => {
      const answer = await call('POST /api/requests/bulk', {
        body: { items, act: what },
        idempotencyKey: newIdempotencyKey(),
      });
      const undo = answer.undo && answer.done.length > 0 ? { id: answer.undo, items: answer.done } : null;
      if (answer.done.length > 0) {
        last = undo;
        toast({ message: message(answer.done.length), ...(undo ? { undo: () => void takeBack(undo) } : {}) });
      }
      await refresh();
      return answer;
    },
    [toast, refresh, takeBack],
  );

  const undoLast = useCallback(() => {
    if (last) void takeBack(last);
    else toast({ message: t.done.nothingToUndo });
  }, [takeBack, toast, t]);

  return { act, undoLast };
}
