import { expect, test } from 'vitest';
import type { MeView, SelfView } from '#shared/accounts/contract.ts';
import { ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();
const input = { name: '大野 花子', section: '環境政策課', hotkeys: false };

test('one changes one’s own name, section and keys, at the current version', async () => {
  const hanako = await world.as({ role: 'member_viewer' });
  const changed = await hanako.put<SelfView>('/api/auth/self', input, ifMatch(1));
  expect(changed.body).toMatchObject({ ...input, id: hanako.actor.accountId, role: 'member_viewer', version: 2 });
  const stale = await hanako.put<{ current: SelfView }>('/api/auth/self', input, ifMatch(1));
  expect([stale.status, stale.body.current]).toEqual([412, changed.body]);
  for (const more of [{ name: '' }, { role: 'staff_admin' }, { memberId: null }]) {
    expect((await hanako.put('/api/auth/self', { ...input, ...more }, ifMatch(2))).status).toBe(422);
  }
  expect((await world.public.put('/api/auth/self', input, ifMatch(1))).status).toBe(401);
});

test('the language one chooses is the next answer’s, and an open form stays fresh', async () => {
  const hanako = await world.as({ role: 'member_viewer' });
  expect((await hanako.put('/api/auth/language', { lang: 'en' })).status).toBe(204);
  const me = (await hanako.get<MeView>('/api/auth/me')).body.account;
  expect([me?.lang, me?.version]).toEqual(['en', 1]);
  expect((await hanako.get('/api/delegations/x')).headers.get('content-language')).toBe('en');
  expect((await hanako.put('/api/auth/language', { lang: 'fr' })).status).toBe(422);
  expect((await world.public.put('/api/auth/language', { lang: 'en' })).status).toBe(401);
});
