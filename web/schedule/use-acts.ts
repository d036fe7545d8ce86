import { useCallback, useRef } from 'react';
import type { PlaceSession, SessionView } from '#shared/schedule/contract.ts';
import { editorTexts } from '#shared/schedule/editor-texts.ts';
import { call, Refused } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { useRefreshSchedule } from './use-draft.ts';

/** Where a session is; null off the grid. */
type Where = Pick<PlaceSession, 'roomId' | 'startsAt' | 'minutes'> | null;
type Act = { id: SessionView['id']; title: string; before: Where; after: Where };

const KEPT = 50;

const whereOf = ({ slot, minutes }: SessionView): Where =>
  slot && { roomId: slot.roomId, startsAt: slot.startsAt, minutes };

/**
 * Placing and taking off, and both ways back. Undoing is a new act of its own with the version that this editor's last
 * act left: when a colleague has changed the session since, the server refuses and the act is forgotten.
 */
export function useActs() {
  const lang = useLang();
  const e = useTexts(editorTexts);
  const refresh = useRefreshSchedule();
  const versions = useRef(new Map<string, number>());
  const stacks = useRef<Record<'undo' | 'redo', Act[]>>({ undo: [], redo: [] });
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  /** One after the other: whoever presses twice means the act before the last as well. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.current.then(work);
    turn.current = mine.catch(() => undefined);
    return mine;
  };

  const send = useCallback(async (id: SessionView['id'], version: number, where: PlaceSession | null) => {
    const params = { id };
    const session =
      where === null
        ? await call('DELETE /api/sessions/:id/slot', { params, ifMatch: version })
        : await call('PUT /api/sessions/:id/slot', { params, body: where, ifMatch: version });
    versions.current.set(id, session.version);
    return session;
  }, []);
  const act = (session: SessionView, where: PlaceSession | null) =>
    inTurn(async () => {
      const after = await send(session.id, session.version, where);
      const title = inWords(session.title, lang);
      const { undo } = stacks.current;
      undo.push({ id: session.id, title, before: whereOf(session), after: whereOf(after) });
      stacks.current = { undo: undo.slice(-KEPT), redo: [] };
      await refresh();
    });
  /** Does the last act backwards or forwards; answers the sentence to say. */
  const goBack = (way: 'undo' | 'redo') =>
    inTurn(async (): Promise<string> => {
      const last = stacks.current[way].pop();
      if (!last) return way === 'undo' ? e.nothingToUndo : e.nothingToRedo;
      try {
        const where = way === 'undo' ? last.before : last.after;
        // Back where it was means that whatever was accepted there is accepted again.
        await send(last.id, versions.current.get(last.id) ?? 0, where && { ...where, override: e[way] });
        stacks.current[way === 'undo' ? 'redo' : 'undo'].push(last);
        return way === 'undo' ? e.undone(last.title) : e.redone(last.title);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        return error.code === 'changed-meanwhile' ? e.notUndone(last.title) : error.body.detail;
      } finally {
        await refresh();
      }
    });
  return { act, goBack };
}
