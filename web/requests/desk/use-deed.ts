import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RequestView } from '#shared/requests/contract.ts';
import { verdictTexts } from '#shared/requests/verdict-texts.ts';
import { call, Refused } from '../../api.ts';
import { useLang, useTexts } from '../../texts.ts';
import { useToast } from '../../ui/Toast.tsx';
import { useSending } from '../../ui/use-sending.ts';
import { titleWords } from './row-words.ts';
import { sendDeed } from './send-deed.ts';
import { useActs } from './use-acts.ts';
import { useRefresh, useStaff } from './use-queue.ts';
import { asAct, type Deed, type DeedInput } from './verdicts.ts';

/** A deed on one request: by the way that can be taken back where there is one; a later save of somebody else is shown. */
export function useDeed(request: RequestView) {
  const lang = useLang();
  const t = useTexts(verdictTexts);
  const staff = useStaff();
  const toast = useToast();
  const client = useQueryClient();
  const refresh = useRefresh();
  const { act } = useActs();
  const sending = useSending('deed');
  const [stale, setStale] = useState<RequestView | null>(null);
  const what = request.reference ?? titleWords(request, lang);

  const said = (deed: Deed, input: DeedInput) => {
    const owner = staff.find((one) => one.id === input.ownerId)?.name ?? t.form.nobody;
    return deed === 'assign' ? t.done.assign(what, owner) : t.done[deed](what);
  };

  const fresh = () => call('GET /api/requests/:id', { params: { id: request.id } });

  const perform = async (deed: Deed, input: DeedInput, version = request.version): Promise<boolean> => {
    setStale(null);
    return await sending.send(async () => {
      const way = asAct(deed, input);
      try {
        if (way) {
          const answer = await act([{ id: request.id, version }], way, () => said(deed, input));
          const refusal = answer.refused[0];
          if (!refusal) return;
          const now = await fresh();
          if (now.version === version) throw new Refused(409, { ...EMPTY_PROBLEM, detail: refusal.detail });
          setStale(now);
        } else {
          await sendDeed({ id: request.id, version }, deed, input);
          toast({ message: said(deed, input) });
          await refresh();
          return;
        }
      } catch (error) {
        if (!(error instanceof Refused) || error.code !== 'changed-meanwhile') throw error;
        setStale(await fresh());
      }
      await client.invalidateQueries({ queryKey: ['requests', 'one', request.id] });
      throw STALE;
    });
  };
  return {
    perform,
    stale,
    busy: sending.busy,
    /** A problem already shown as two versions is not said again. */
    sentence: sending.error === STALE ? null : sending.sentence,
    at: (pointer: string) => sending.at(pointer) ?? sending.at(`/act${pointer}`),
    id: sending.id,
    clear: () => {
      setStale(null);
      sending.clear();
    },
  };
}

const STALE = new Error('changed meanwhile');
const EMPTY_PROBLEM = { type: '/problems/wrong-state', title: '', status: 409, detail: '', instance: '' };
