import type { CallView } from '#shared/calls/contract.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { callBody } from '../call-samples.ts';
import { nobody } from '../database.ts';
import { type Client, ifMatch, type World } from '../world.ts';
import { WHOLE } from './requests.ts';

/** A call, made by the office; open from June to the end of July 2026 unless told otherwise. */
export async function aCall(staff: Client, more: object = {}): Promise<CallView> {
  const times = { opensAt: '2026-06-01T00:00:00.000Z', closesAt: '2026-08-01T00:00:00.000Z' };
  const made = await staff.post<CallView>('/api/events/cop32/calls', { ...callBody(), ...times, ...more });
  if (made.status !== 201) throw new Error(made.text);
  return made.body;
}

/** A draft whose answers lack nothing and name the call. */
export async function aDraftFor(client: Client, call: { id: string }, answers: object = {}): Promise<RequestView> {
  const draft = await client.post<RequestView>('/api/requests', { event: 'cop32', kind: 'speaking' });
  const saved = await client.put<RequestView>(
    `/api/requests/${draft.body.id}/answers`,
    { details: { ...WHOLE, callId: call.id, ...answers }, step: '' },
    ifMatch(draft.body.version),
  );
  if (saved.status !== 200) throw new Error(saved.text);
  return saved.body;
}

/** The same, sent; answers the request. */
export async function aSentProposal(client: Client, call: { id: string }, answers: object = {}): Promise<RequestView> {
  const { id, version } = await aDraftFor(client, call, answers);
  const sent = await client.post<RequestView>(`/api/requests/${id}/submission`, undefined, ifMatch(version));
  if (sent.status !== 200) throw new Error(sent.text);
  return sent.body;
}

/** The id under which the office looks at a request that was sent to a call. */
export async function proposalOf(world: World, requestId: string): Promise<{ id: string; version: number }> {
  return world.database.read(nobody, (db) =>
    db.selectFrom('proposal').select(['id', 'version']).where('requestId', '=', requestId).executeTakeFirstOrThrow(),
  );
}
