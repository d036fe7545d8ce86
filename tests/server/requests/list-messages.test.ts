import { expect, test } from 'vitest';
import { useRequestWorld } from '#tests/support/builders/request-world.ts';

const { world, people, make } = useRequestWorld();

test('takes as many queries for three messages as for one, and never holds a note', async () => {
  const id = await make('in_triage');
  const path = `/api/requests/${id}/messages`;
  await people.triager.post(`/api/requests/${id}/notes`, { body: '内部の話' });
  const counted = [];
  for (const more of [1, 2]) {
    for (let index = 0; index < more; index += 1) await people.triager.post(path, { body: '連絡です' });
    world.queries.length = 0;
    const answer = await people.member.get(path);
    expect(answer.text).not.toContain('内部');
    counted.push(world.queries.length);
  }
  expect(counted[0]).toBe(counted[1]);
  expect((await world.public.get(path)).status).toBe(401);
});
