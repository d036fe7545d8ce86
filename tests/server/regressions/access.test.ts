import { beforeEach, expect, test } from 'vitest';
import { hashOfToken } from '#server/secret-token.ts';
import type { MeView } from '#shared/accounts/contract.ts';
import type { Operation, OperationKey } from '#shared/operation.ts';
import { operations } from '#shared/operations.ts';
import type { Page } from '#shared/page.ts';
import type { RequestRow } from '#shared/requests/contract.ts';
import { addAccount, addLink, addSession, codeOf, holding, PASSWORD } from '#tests/support/accounts.ts';
import { type TwoMembers, twoMembers } from '#tests/support/builders/two-members.ts';
import { nobody } from '#tests/support/database.ts';
import { SAMPLES } from '#tests/support/matrix-samples.ts';
import { useWorld } from '#tests/support/world.ts';

/** What went wrong elsewhere with who may see and do what. README.md beside this file says where. */
const world = useWorld();
let two: TwoMembers;
beforeEach(async () => {
  two = await twoMembers(world.database);
});
const officer = () => world.as({ role: 'member_editor', memberId: two.ours.member });
const entries = Object.entries(operations) as [OperationKey, Operation][];

test('R-02 no filter of a list reaches beyond what the reader may see', async () => {
  const ours = await officer();
  for (const filter of [
    `&member=${two.theirs.member}`,
    `&member=${two.ours.member},${two.theirs.member}`,
    '&owner=none',
    '&q=City',
    '&closed=true',
    '&limit=200',
  ]) {
    const { body } = await ours.get<Page<RequestRow>>(`/api/requests?event=cop32${filter}`);
    expect(body.items.filter(({ member }) => member.id !== two.ours.member)).toEqual([]);
  }
  const office = await world.as({ role: 'staff_coordinator' });
  const { body } = await office.get<Page<RequestRow>>(`/api/requests?event=cop32&member=${two.theirs.member}`);
  expect(body.items.length).toBeGreaterThan(0);
});

test('R-06 mail is read by the office, never by the members about whom it is', async () => {
  for (const role of ['member_viewer', 'member_editor', 'member_manager'] as const) {
    const member = await world.as({ role, memberId: two.ours.member });
    expect([
      (await member.get('/api/outbox')).status,
      (await member.get(`/api/outbox/${two.ours.mail}`)).status,
    ]).toEqual([403, 403]);
  }
  expect((await (await world.as({ role: 'staff_coordinator' })).get(`/api/outbox/${two.ours.mail}`)).status).toBe(200);
});

test('R-07 the secret of an invitation is in the mail alone: no answer and no row tells it', async () => {
  const id = await addAccount(world, { email: 'new@city.example', state: 'invited', password: null });
  const token = await addLink(world, id, 'invitation', new Date(Date.now() + 60_000));
  const secrets = [token, hashOfToken(token).toString('base64url'), hashOfToken(token).toString('hex')];
  const admin = await world.as({ role: 'staff_admin' });
  for (const [key] of entries.filter(([key]) => key.startsWith('GET '))) {
    const ids = SAMPLES[key as keyof typeof SAMPLES].path?.(two.ours, two.around) ?? [];
    let at = 0;
    const path =
      key.slice(4).replace(/:\w+/g, () => ids[at++] ?? '') + (SAMPLES[key as keyof typeof SAMPLES].query ?? '');
    const { text } = await admin.get(path);
    expect(
      secrets.filter((secret) => text.includes(secret)),
      key,
    ).toEqual([]);
  }
  const rows = await world.database.read(nobody, (db) => db.selectFrom('signInLink').selectAll().execute());
  expect([rows.length, JSON.stringify(rows).includes(token)]).toEqual([1, false]);
});

test('R-08 what one may choose from is what one may see', async () => {
  const ours = await officer();
  const taken = await ours.put(
    `/api/requests/${two.ours.draft}/answers`,
    { details: { people: [{ delegateId: two.theirs.delegate }] }, step: '' },
    { 'if-match': '"1"' },
  );
  const own = await ours.put(
    `/api/requests/${two.ours.draft}/answers`,
    { details: { people: [{ delegateId: two.ours.delegate }] }, step: '' },
    { 'if-match': '"1"' },
  );
  expect([taken.status < 400, own.status]).toEqual([false, 200]);
  expect(taken.text).not.toContain('者2');
});

test('R-11 every operation has a permission, and an unknown one is refused before anything else', async () => {
  for (const [key] of entries) {
    const [method = '', path = ''] = key.split(' ');
    const address = path.replace(/:\w+/g, two.ours.request);
    for (const wrong of ['HEAD', 'OPTIONS', 'PUT', 'POST', 'PATCH', 'DELETE'].filter((one) => one !== method)) {
      const answer = await world.app.request(address, { method: wrong });
      expect(answer.status, `${wrong} ${address}`).toBeGreaterThanOrEqual(
        method === 'GET' && wrong === 'HEAD' ? 200 : 400,
      );
    }
  }
  expect((await world.public.get('/api/legacy/export')).status).toBe(404);
});

test('R-12 people are found by who works with them, not by trying ids', async () => {
  const manager = await world.as({ role: 'member_manager', memberId: two.ours.member });
  const { body } = await manager.get<Page<{ id: string }>>('/api/accounts?limit=200');
  expect(body.items.some(({ id }) => id === two.theirs.account)).toBe(false);
  const change = { role: 'member_viewer', state: 'active' };
  const [theirs, none] = await Promise.all(
    [two.theirs.account, '019a0000-0000-7000-8000-000000000001'].map((id) =>
      manager.patch(`/api/accounts/${id}`, change, { 'if-match': '"1"' }),
    ),
  );
  const plain = (text = '') => text.replace(/urn:request:[^"]*/, '');
  expect([theirs?.status, plain(theirs?.text)]).toEqual([none?.status, plain(none?.text)]);
});

test('R-25 an id in a body is asked about like an id in an address', async () => {
  const ours = await officer();
  const asked = await ours.post('/api/requests', { event: 'cop32', kind: 'pass', memberId: two.theirs.member });
  const before = await (await world.as({ role: 'staff_coordinator' })).get<Page<RequestRow>>(
    `/api/requests?event=cop32&member=${two.theirs.member}&limit=200`,
  );
  expect(asked.status === 201 && before.body.items.some(({ id }) => id === (asked.body as { id: string }).id)).toBe(
    false,
  );
  const head = await ours.patch(
    `/api/delegations/${two.ours.delegation}`,
    { purpose: '', headDelegateId: two.theirs.delegate, minimumParty: 1 },
    { 'if-match': '"1"' },
  );
  expect(head.status).toBeGreaterThanOrEqual(400);
});

test('R-26 who somebody is comes from the session and from nowhere else', async () => {
  const stranger = { userId: two.ours.account, accountId: two.ours.account, actor: two.ours.account };
  const said = await world.app.request('/api/requests?event=cop32', {
    headers: {
      'x-user-id': two.ours.account,
      authorization: `Bearer ${two.ours.account}`,
      'x-forwarded-user': 'staff@desk.example',
    },
  });
  expect(said.status).toBe(401);
  expect((await world.public.post('/api/requests', { event: 'cop32', kind: 'pass', ...stranger })).status).toBe(401);
  const ours = await officer();
  expect((await ours.post('/api/requests', { event: 'cop32', kind: 'pass', ...stranger })).status).toBe(422);
});

test('R-28 an invitation is accepted with what came to its own mailbox, and only once', async () => {
  const id = await addAccount(world, { email: 'new@city.example', state: 'invited', password: null });
  const redeem = (token: string) =>
    world.public.post<MeView>('/api/auth/invitation/redemption', { token, name: '新任 一郎', password: PASSWORD });
  for (const guess of ['new@city.example'.padEnd(43, 'x'), id.padEnd(43, 'x'), 'x'.repeat(43)]) {
    expect(codeOf(await redeem(guess))).toBe('link-not-valid');
  }
  expect(
    (await world.public.post('/api/auth/sign-in/email', { email: 'new@city.example', password: PASSWORD })).status,
  ).toBe(401);
  const token = await addLink(world, id, 'invitation', new Date(Date.now() + 60_000));
  expect([(await redeem(token)).status, codeOf(await redeem(token))]).toEqual([200, 'link-not-valid']);
});

test('R-33 a session that has been ended answers nothing more', async () => {
  const id = await addAccount(world, { email: 'somebody@city.example', password: null });
  const [kept, ended] = [await addSession(world, id, new Date()), await addSession(world, id, new Date())];
  const me = (token: string) => world.public.get('/api/auth/sessions', holding(token));
  expect([(await me(kept.token)).status, (await me(ended.token)).status]).toEqual([200, 200]);
  expect((await world.public.del(`/api/auth/sessions/${ended.sessionId}`, holding(kept.token))).status).toBe(204);
  expect([(await me(kept.token)).status, (await me(ended.token)).status]).toEqual([200, 401]);
});
