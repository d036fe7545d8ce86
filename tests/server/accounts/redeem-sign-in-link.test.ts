import { expect, test } from 'vitest';
import type { MeView } from '#shared/accounts/contract.ts';
import { addAccount, addLink, codeOf, cookieOf, holding } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
const SOON = new Date('2026-07-01T00:15:00Z');
const redeem = (token: string) => world.public.post<MeView>('/api/auth/sign-in/link/redemption', { token });
const withLink = async (person: Parameters<typeof addAccount>[1], purpose: 'sign_in' | 'invitation' = 'sign_in') =>
  addLink(world, await addAccount(world, person), purpose, SOON);

test('a link signs in once, and looking at its page spends nothing', async () => {
  world.realNow = new Date(SOON.getTime() - 1);
  const token = await withLink({ email: 'hanako@city.example', demo: true });
  for (const path of ['/sign-in/link', `/sign-in/link?t=${token}`, '/api/auth/sign-in/link/redemption']) {
    await world.public.get(path);
  }
  const answer = await redeem(token);
  expect([answer.status, answer.body.account?.email]).toEqual([200, 'hanako@city.example']);
  const me = await world.public.get<MeView>('/api/auth/me', holding(cookieOf(answer)));
  expect(me.body.account?.email).toBe('hanako@city.example');
  expect(codeOf(await redeem(token))).toBe('link-not-valid');
});

test('of ten redemptions at once one signs in', async () => {
  world.realNow = new Date(SOON.getTime() - 1);
  const token = await withLink({ email: 'hanako@city.example' });
  const answers = await Promise.all(Array.from({ length: 10 }, () => redeem(token)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(401)]);
  const sessions = await world.database.read(nobody, (db) => db.selectFrom('accountSession').select('id').execute());
  expect(sessions.length).toBe(1);
});

test('an unknown, late, foreign or suspended person’s link gets one answer', async () => {
  world.realNow = new Date(SOON.getTime() - 1);
  const invitation = await withLink({ email: 'new@city.example', state: 'invited' }, 'invitation');
  const suspended = await withLink({ email: 'off@city.example', state: 'suspended' });
  const late = await withLink({ email: 'late@city.example' });
  const answers = [await redeem('x'.repeat(43)), await redeem(invitation), await redeem(suspended)];
  world.realNow = SOON;
  answers.push(await redeem(late));
  for (const answer of answers) expect([answer.status, codeOf(answer)]).toEqual([401, 'link-not-valid']);
  expect((await redeem('short')).status).toBe(422);
});
