import type { RequestView } from '#shared/requests/contract.ts';
import { call } from '../../api.ts';
import type { Deed, DeedInput } from './verdicts.ts';

/** Does a deed to one request, on the version that was looked at. */
export function sendDeed(
  request: Pick<RequestView, 'id' | 'version'>,
  deed: Deed,
  input: DeedInput,
): Promise<RequestView> {
  const at = { params: { id: request.id }, ifMatch: request.version } as const;
  const { body, dueAt, nextStep, reason, note, turn } = input;
  switch (deed) {
    case 'start':
      return call('POST /api/requests/:id/triage', at);
    case 'approve':
      return call('POST /api/requests/:id/approval', at);
    case 'ask':
      return call('POST /api/requests/:id/question', { ...at, body: { nextStep, body, dueAt } });
    case 'waitlist':
      return call('POST /api/requests/:id/waitlisting', { ...at, body: { reason } });
    case 'decline':
      return call('POST /api/requests/:id/refusal', { ...at, body: { reason } });
    case 'offer':
      return call('POST /api/requests/:id/offer', { ...at, body: { body, dueAt } });
    case 'reopen':
      return call('POST /api/requests/:id/reopening', { ...at, body: { reason } });
    case 'complete':
      return call('POST /api/requests/:id/completion', at);
    case 'assign':
      return call('PUT /api/requests/:id/owner', {
        ...at,
        body: { ownerId: input.ownerId as NonNullable<RequestView['owner']>['id'] | null, note },
      });
    case 'next':
      return call('PUT /api/requests/:id/next-step', { ...at, body: { dueAt, nextStep, turn } });
  }
}
