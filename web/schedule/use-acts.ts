import { useCallback, useRef, useState } from 'react';
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
  const [past, setPast] = useState<readonly Act[]>([]);
  const [future, setFuture] = useState<readonly Act[]>([]);

  const send = useCallback(async (id: SessionView['id'], version: number, where: PlaceSession | null) => {
    const params = { id };
    const session =
      where === null
        ? await call('DELETE /api/sessions/:id/slot', { params, ifMatch: version })
        : await call('PUT /api/sessions/:id/slot', { params, body: where, ifMatch: version });
    versions.current.set(id, session.version);
    return session;
  }, []);
  const act = async (session: SessionView, where: Parameters<typeof send>[2]) => {
    const after = await send(session.id, session.version, where);
    const one = {
      id: session.id,
      title: inWords(session.title, lang),
      before: whereOf(session),
      after: whereOf(after),
    };
    setPast((all) => [...all.slice(1 - KEPT), one]);
    setFuture([]);
    await refresh();
  };
  /** Does the last act backwards or forwards; answers a sentence, and whether it went well. */
  const goBack = async (way: 'undo' | 'redo'): Promise<{ sentence: string; done: boolean }> => {
    const from = way === 'undo' ? past : future;
    const last = from.at(-1);
    if (!last) return { sentence: way === 'undo' ? e.nothingToUndo : e.nothingToRedo, done: false };
    const [setFrom, setTo] = way === 'undo' ? [setPast, setFuture] : [setFuture, setPast];
    setFrom((all) => all.slice(0, -1));
    try {
      const where = way === 'undo' ? last.before : last.after;
      // Back where it was means that whatever was accepted there is accepted again.
      await send(last.id, versions.current.get(last.id) ?? 0, where && { ...where, override: e[way] });
      setTo((all) => [...all, last]);
      await refresh();
      return { sentence: way === 'undo' ? e.undone(last.title) : e.redone(last.title), done: true };
    } catch (error) {
      await refresh();
      if (!(error instanceof Refused)) throw error;
      const sentence = error.code === 'changed-meanwhile' ? e.notUndone(last.title) : error.body.detail;
      return { sentence, done: false };
    }
  };
  return { act, goBack };
}
