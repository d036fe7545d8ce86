import { expect, test } from 'vitest';
import { addAccount, codeOf } from '#tests/support/accounts.ts';
import { readMails } from '#tests/support/outbox.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
const ask = (email: string) => world.public.post('/api/auth/sign-in/link', { email });

test('a link goes to an active account alone, and every address gets the same answer and work', async () => {
  const id = await addAccount(world, { email: 'hanako@city.example' });
  await addAccount(world, { email: 'off@city.example', state: 'suspended' });
  await addAccount(world, { email: 'new@city.example', state: 'invited', password: null });
  const work = [];
  for (const email of ['hanako@city.example', 'off@city.example', 'new@city.example', 'nobody@city.example']) {
    world.queries.length = 0;
    const answer = await ask(email);
    work.push([answer.status, answer.text, world.queries.filter((text) => /^insert/.test(text)).length]);
  }
  expect(work).toEqual(Array(4).fill([204, '', 2]));
  const mails = await readMails(world);
  expect(mails.map((row) => [row.accountId, row.template, row.params])).toEqual([
    [id, 'account.sign-in-link', { path: '/sign-in/link', link: 'sign_in' }],
  ]);
});

test('one mailbox is not filled: after five links in ten minutes one waits', async () => {
  await addAccount(world, { email: 'hanako@city.example' });
  for (const email of ['hanako@city.example', 'nobody@city.example']) {
    for (let time = 0; time < 5; time += 1) expect((await ask(email)).status).toBe(204);
    expect(codeOf(await ask(email))).toBe('too-many-tries');
  }
  expect((await readMails(world)).length).toBe(5);
  expect((await ask('not an address')).status).toBe(422);
});
