import { useEffect, useState } from 'react';
import type { RequestView } from '#shared/requests/contract.ts';
import { call } from '../../api.ts';
import { keepRequest } from '../use-requests.ts';
import { type AnswerKeeper, keepAnswers } from './answer-keeper.ts';
import { dropCopy, keepCopy, readCopy } from './local-copy.ts';

/** The keeper of a request's answers for as long as its wizard is open; hiding or leaving the page saves. */
export function useAnswerKeeper(request: RequestView, step: string): AnswerKeeper {
  const { id } = request;
  const [keeper] = useState(() =>
    keepAnswers({
      request,
      step,
      copy: readCopy(id),
      save: (details, at, ifMatch) =>
        call('PUT /api/requests/:id/answers', { params: { id }, body: { details, step: at }, ifMatch }),
      reread: () => call('GET /api/requests/:id', { params: { id } }),
      keepCopy: (copy) => keepCopy(id, copy),
      dropCopy: () => dropCopy(id),
      now: () => new Date(),
      onSaved: keepRequest,
    }),
  );
  useEffect(() => {
    // What a closed tab left behind reaches the server without waiting for the next letter.
    void keeper.flush();
    const onHidden = () => {
      if (document.visibilityState === 'hidden') void keeper.flush();
    };
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      void keeper.flush();
    };
  }, [keeper]);
  return keeper;
}
