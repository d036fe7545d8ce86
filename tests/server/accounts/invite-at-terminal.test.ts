import { expect, test } from 'vitest';
import { inviteAtTerminal } from '#server/accounts/invite-at-terminal.ts';
import type { MeView } from '#shared/accounts/contract.ts';
import { codeOf, PASSWORD } from '#tests/support/accounts.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
const invitation = { email: 'first@office.example', role: 'staff_admin', lang: 'en' } as const;
const redeem = (token: string) =>
  world.public.post<MeView>('/api/auth/invitation/redemption', { token, name: 'First Person', password: PASSWORD });

test('the first administrator comes by a link, and only the newest one works', async () => {
  const now = new Date();
  const old = await inviteAtTerminal(world.database, invitation, now);
  const token = await inviteAtTerminal(world.database, invitation, now);
  expect(codeOf(await redeem(old))).toBe('link-not-valid');
  world.realNow = new Date(now.getTime() + 72 * 3_600_000);
  expect(codeOf(await redeem(token))).toBe('link-not-valid');
  world.realNow = new Date(now.getTime() + 71 * 3_600_000);
  const { account, owed } = (await redeem(token)).body;
  expect([account, owed]).toEqual([null, { owes: 'set-up', app: false, mail: false, passkey: false }]);
  await expect(inviteAtTerminal(world.database, invitation, now)).rejects.toMatchObject({ code: 'already-exists' });
});
