import { expect, test } from 'vitest';
import type { ProposalRow, ProposalView } from '#shared/proposals/contract.ts';
import type { SessionView } from '#shared/schedule/contract.ts';
import { codeOf } from '#tests/support/accounts.ts';
import { proposalWorld, ranking } from '#tests/support/builders/proposals.ts';
import { historyOf } from '#tests/support/builders/requests.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();
const join = (client: Client, lead: ProposalRow, ...parts: { id: string }[]) =>
  client.post<ProposalView>(
    `/api/proposals/${lead.id}/joint`,
    { partIds: parts.map((one) => one.id) },
    ifMatch(lead.version),
  );

test('two become one: both municipalities read the other’s name and nothing else of it, and it comes apart again', async () => {
  const { staff, call, asked } = await proposalWorld(world, 3);
  const [a, b, c] = (await ranking(staff, call)) as [ProposalRow, ProposalRow, ProposalRow];
  const joined = await join(staff, a, b);
  expect(joined.body.parts.map((one) => one.id)).toEqual([b.id]);
  expect((await ranking(staff, call)).map((one) => one.id)).toEqual([a.id, c.id]);
  const [ours, theirs, stranger] = asked as [(typeof asked)[0], (typeof asked)[0], (typeof asked)[0]];
  const read = async ({ client, request }: (typeof asked)[0]) =>
    (await client.get<{ with: unknown[] }>(`/api/requests/${request.id}/joint`)).body.with;
  const name = [{ ja: '試験市', en: 'Test City' }];
  expect([await read(ours), await read(theirs), await read(stranger)]).toEqual([name, name, []]);
  expect((await ours.client.get(`/api/requests/${theirs.request.id}/joint`)).status).toBe(404);
  const history = await ours.client.get(`/api/requests/${ours.request.id}/history`);
  expect(history.text).toContain('"join"');
  for (const secret of [theirs.request.id, theirs.request.reference ?? '', b.id])
    expect(history.text).not.toContain(secret);
  expect((await historyOf(world, theirs.request.id)).map((one) => one.action)).toContain('join');

  expect(codeOf(await join(staff, c, { id: b.id }))).toBe('wrong-state');
  const apart = await staff.del<ProposalView>(`/api/proposals/${a.id}/joint`, ifMatch(joined.body.version));
  expect(apart.body.parts).toEqual([]);
  expect(await read(ours)).toEqual([]);
  expect((await ranking(staff, call)).length).toBe(3);
});

test('the session has them all as hosts, and told together both follow it', async () => {
  const { staff, call, asked } = await proposalWorld(world, 2);
  const [a, b] = (await ranking(staff, call)) as [ProposalRow, ProposalRow];
  await join(staff, a, b);
  const trial = await staff.post<SessionView>(`/api/proposals/${a.id}/trial`);
  const members = asked.map(({ client }) => client.actor.memberId);
  expect(trial.body.hosts.map(({ id, role }) => [id, role])).toEqual([
    [members[0], 'host'],
    [members[1], 'cohost'],
  ]);
  const [lead] = (await ranking(staff, call)) as [ProposalRow];
  const item = [{ id: lead.id, version: lead.version }];
  await staff.post(`/api/calls/${call.id}/decisions`, { items: item, decision: 'accept' });
  const none = { ja: '', en: '' };
  const told = await staff.post(`/api/calls/${call.id}/telling`, {
    ...{ items: [{ id: lead.id, version: lead.version + 1 }], words: { accept: none, decline: none, waitlist: none } },
  });
  expect(told.status).toBe(200);
  for (const { client, request } of asked) {
    expect((await client.get<{ state: string }>(`/api/requests/${request.id}`)).body.state).toBe('approved');
    const { body } = await client.get<{ session: SessionView | null }>(`/api/requests/${request.id}/session`);
    expect(body.session?.id).toBe(trial.body.id);
  }
});
