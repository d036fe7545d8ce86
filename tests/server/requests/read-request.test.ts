import { expect, test } from 'vitest';
import type { RequestView } from '#shared/requests/contract.ts';
import { useRequestWorld } from '#tests/support/builders/request-world.ts';
import { aWholeDraft, someDelegates, WHOLE } from '#tests/support/builders/requests.ts';

const { world, people, make } = useRequestWorld();
const read = (client: typeof people.member, id: string) => client.get<RequestView>(`/api/requests/${id}`);

test('each side is told which steps it may take now, and why not the others', async () => {
  const id = await make('offered');
  const mine = (await read(people.member, id)).body.actions;
  expect(mine).toEqual([
    { action: 'submit', whyNot: 'すでに提出されています' },
    { action: 'answer', whyNot: '今は回答を受け付けていません' },
    { action: 'accept_offer', whyNot: null },
    { action: 'refuse_offer', whyNot: null },
    { action: 'withdraw', whyNot: null },
  ]);
  const theirs = (await read(people.coordinator, id)).body.actions;
  expect(theirs.filter(({ whyNot }) => whyNot === null).map(({ action }) => action)).toEqual([
    'accept_offer',
    'refuse_offer',
    'decline',
    'withdraw',
  ]);
  const viewer = await world.as({ role: 'member_viewer', memberId: people.member.actor.memberId ?? '' });
  const view = (await read(viewer, id)).body;
  expect([view.editable, view.actions.filter(({ whyNot }) => whyNot === null)]).toEqual([false, []]);
});

test('takes as many queries with three delegates as with one', async () => {
  const ids = await someDelegates(world.database, people.eventId, people.member.actor.memberId ?? '', 3);
  const counted = [];
  for (const count of [1, 3]) {
    const speakers = ids.slice(0, count).map((delegateId) => ({ delegateId }));
    const { id } = await aWholeDraft(people.member, { ...WHOLE, speakers });
    world.queries.length = 0;
    expect((await read(people.member, id)).body.delegates).toHaveLength(count);
    counted.push(world.queries.length);
  }
  // The session, and the request with everything around it.
  expect(counted).toEqual([2, 2]);
});

test('who may not', async () => {
  const id = await make('submitted');
  expect((await read(world.public, id)).status).toBe(401);
  expect((await read(await world.as({ role: 'member_manager' }), id)).status).toBe(404);
  expect((await read(await world.as({ role: 'staff_admin' }), id)).status).toBe(403);
  expect((await read(await world.as({ role: 'auditor' }), id)).status).toBe(403);
  expect((await read(people.triager, people.eventId)).status).toBe(404);
  expect((await read(people.triager, await make('draft'))).status).toBe(404);
  expect((await read(people.triager, id)).status).toBe(200);
});
