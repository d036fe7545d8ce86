import type { CallView } from '#shared/calls/contract.ts';
import type { ProposalRow, ProposalView } from '#shared/proposals/contract.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import type { Client, World } from '../world.ts';
import { aCall, aSentProposal } from './calls.ts';
import { anEvent } from './requests.ts';

export type AskedBy = { client: Client; request: RequestView };
export type ProposalWorld = { eventId: string; staff: Client; call: CallView; asked: AskedBy[] };

/** A call with one proposal each of so many municipalities. */
export async function proposalWorld(world: World, count: number, more: object = {}): Promise<ProposalWorld> {
  const eventId = await anEvent(world.database);
  const staff = await world.as({ role: 'staff_coordinator', name: '調整 担当' });
  const call = await aCall(staff, more);
  const asked: AskedBy[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const client = await world.as({ role: 'member_editor' });
    asked.push({ client, request: await aSentProposal(client, call, { titleJa: `企画その${nth + 1}` }) });
  }
  return { eventId, staff, call, asked };
}

/** The ranking as a colleague sees it. */
export async function ranking(client: Client, call: { id: string }, query = ''): Promise<ProposalRow[]> {
  const { body, status, text } = await client.get<{ items: ProposalRow[] }>(`/api/calls/${call.id}/proposals${query}`);
  if (status !== 200) throw new Error(text);
  return body.items;
}

/** Gives every criterion of the call the same points. */
export function score(client: Client, call: CallView, { id }: { id: string }, points: number, comment = '') {
  const scores = call.criteria.map((one) => ({ criterionId: one.id, points }));
  return client.put<ProposalView>(`/api/proposals/${id}/review`, { comment, scores });
}
