import { expect, test } from 'vitest';
import type { DelegationView } from '#shared/delegations/contract.ts';
import { codeOf } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { addDelegation } from '#tests/support/delegations.ts';
import { addEvent } from '#tests/support/events.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();
const input = { purpose: '脱炭素の取り組みを発信する', headDelegateId: null as string | null, minimumParty: 2 };

async function begin(editor: Client, delegates = 1) {
  const memberId = editor.actor.memberId ?? '';
  const eventId = await addEvent(world, { slug: `cop${Math.random().toString(36).slice(2, 8)}` });
  return addDelegation(world, { eventId, memberId, delegates });
}

test('an officer changes purpose, head and minimum party', async () => {
  const editor = await world.as({ role: 'member_editor' });
  const { id, delegates } = await begin(editor);
  const change = { ...input, headDelegateId: delegates[0] ?? null };
  const answer = await editor.patch<DelegationView>(`/api/delegations/${id}`, change, ifMatch(1));
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ ...change, version: 2 });
  expect((await editor.get<DelegationView>(`/api/delegations/${id}`)).body).toEqual(answer.body);
  const stale = await editor.patch<{ current: DelegationView }>(`/api/delegations/${id}`, input, ifMatch(1));
  expect([stale.status, stale.body.current]).toEqual([412, answer.body]);
  const history = await world.database.read(nobody, (db) =>
    db.selectFrom('history').select(['subject', 'subjectId', 'action', 'actorId']).execute(),
  );
  expect(history).toEqual([
    { subject: 'delegation', subjectId: id, action: 'change', actorId: editor.actor.accountId },
  ]);
});

test('the head is one of its own delegates', async () => {
  const editor = await world.as({ role: 'member_editor' });
  const { id, delegates } = await begin(editor);
  const other = await begin(await world.as({ role: 'member_editor' }));
  const change = (headDelegateId: string | undefined) =>
    editor.patch(`/api/delegations/${id}`, { ...input, headDelegateId }, ifMatch(1));
  expect(codeOf(await change(other.delegates[0]))).toBe('not-in-delegation');
  await world.database.write(nobody, (tx) => tx.updateTable('delegate').set({ removedAt: world.now }).execute());
  expect(codeOf(await change(delegates[0]))).toBe('not-in-delegation');
});

test('others cannot, and what does not fit is refused', async () => {
  const editor = await world.as({ role: 'member_editor' });
  const { id } = await begin(editor);
  const path = `/api/delegations/${id}`;
  expect((await world.public.patch(path, input, ifMatch(1))).status).toBe(401);
  expect((await (await world.as({ role: 'member_manager' })).patch(path, input, ifMatch(1))).status).toBe(404);
  const { memberId } = editor.actor;
  const viewer = await world.as({ role: 'member_viewer', ...(memberId ? { memberId } : {}) });
  expect((await viewer.patch(path, input, ifMatch(1))).status).toBe(403);
  expect((await editor.patch(path, { ...input, minimumParty: 0 }, ifMatch(1))).status).toBe(422);
});
