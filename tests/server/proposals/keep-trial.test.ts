import { expect, test } from 'vitest';
import type { ProposalRow } from '#shared/proposals/contract.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import type { DraftView, SessionView } from '#shared/schedule/contract.ts';
import { codeOf } from '#tests/support/accounts.ts';
import { proposalWorld, ranking } from '#tests/support/builders/proposals.ts';
import { mailsWaiting } from '#tests/support/builders/requests.ts';
import { aRoom } from '#tests/support/builders/schedule.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();

async function placedTrial() {
  const made = await proposalWorld(world, 1);
  const event = { id: made.eventId, slug: 'cop32', timeZone: 'Africa/Addis_Ababa' };
  const roomId = await aRoom(world.database, event);
  const [only] = (await ranking(made.staff, made.call)) as [ProposalRow];
  const session = await made.staff.post<SessionView>(`/api/proposals/${only.id}/trial`);
  expect(session.status).toBe(201);
  await world.database.write({ accountId: null, memberId: null, role: 'system' }, (tx) =>
    tx.insertInto('eventDay').values({ eventId: made.eventId, day: '2027-11-10' }).execute(),
  );
  const slot = { roomId, startsAt: '2027-11-10T07:00:00.000Z', minutes: 60 };
  const placed = await made.staff.put<SessionView>(
    `/api/sessions/${session.body.id}/slot`,
    slot,
    ifMatch(session.body.version),
  );
  expect(placed.body.slot).toMatchObject({ startsAt: slot.startsAt });
  const [{ client, request }] = made.asked as [{ client: Client; request: RequestView }];
  return { ...made, client, request, proposal: only, session: placed.body };
}
const read = async (client: Client, id: string) => (await client.get<RequestView>(`/api/requests/${id}`)).body;
const draftOf = async (staff: Client) => (await staff.get<DraftView>('/api/events/cop32/schedule')).body;

test('a trial stands in the draft, is never released, and its municipality hears and sees nothing', async () => {
  const { staff, client, request, session } = await placedTrial();
  expect((await draftOf(staff)).sessions).toMatchObject([{ id: session.id, trial: true, slot: session.slot }]);
  const mails = (await mailsWaiting(world)).map((one) => one.template);
  expect(mails.filter((one) => one.startsWith('session.'))).toEqual([]);
  expect((await client.get(`/api/requests/${request.id}/session`)).body).toMatchObject({ session: null, room: null });
  expect((await client.get(`/api/requests/${request.id}/history`)).text).not.toContain('programme_session');
  expect(await read(client, request.id)).toMatchObject({ state: 'submitted', version: request.version });
  const release = { comment: { ja: '', en: '' } };
  expect(codeOf(await staff.post('/api/events/cop32/releases', release))).toBe('nothing-to-release');
  const seen = await world.database.read(client.actor, async (db) => [
    await db.selectFrom('programmeSession').select('id').execute(),
    await db.selectFrom('sessionHost').select('sessionId').execute(),
    await db.selectFrom('roomHold').select('id').execute(),
  ]);
  expect(seen).toEqual([[], [], []]);
});

test('approving makes it real and tells; the request is then fulfilled', async () => {
  const { staff, client, request, session } = await placedTrial();
  await staff.post(`/api/requests/${request.id}/approval`, undefined, ifMatch(request.version));
  expect(await read(client, request.id)).toMatchObject({ state: 'fulfilled', stage: 'placed' });
  expect((await draftOf(staff)).sessions).toMatchObject([{ id: session.id, trial: false }]);
  expect((await mailsWaiting(world)).map((one) => one.template)).toContain('session.placed');
  expect((await client.get(`/api/requests/${request.id}/session`)).text).toContain(session.id);
});

test.each(['refusal', 'withdrawal'])('a %s takes it away without a word of it', async (end) => {
  const { staff, client, request } = await placedTrial();
  const who = end === 'refusal' ? staff : client;
  const answer = await who.post(`/api/requests/${request.id}/${end}`, { reason: '理由' }, ifMatch(request.version));
  expect(answer.status).toBe(200);
  expect((await draftOf(staff)).sessions).toEqual([]);
  expect((await mailsWaiting(world)).filter((one) => one.template.startsWith('session.'))).toEqual([]);
  expect((await client.get(`/api/requests/${request.id}/history`)).text).not.toContain('programme_session');
});

test('is made once, and ended by the office', async () => {
  const { staff, proposal } = await placedTrial();
  expect(
    codeOf(
      await staff.post(`/api/proposals/${proposal.id}/trial`, undefined, { 'idempotency-key': 'another-one-of-them' }),
    ),
  ).toBe('already-exists');
  expect((await staff.del<{ session: null }>(`/api/proposals/${proposal.id}/trial`)).body.session).toBeNull();
  expect(codeOf(await staff.del(`/api/proposals/${proposal.id}/trial`))).toBe('wrong-state');
});
