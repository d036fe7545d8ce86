import { expect, test } from 'vitest';
import type { MeView } from '#shared/accounts/contract.ts';
import type { OutboxMail, OutboxRow } from '#shared/notifications/contract.ts';
import { addAccount } from '#tests/support/accounts.ts';
import { addMail } from '#tests/support/outbox.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
const demo = useWorld({}, { demo: true });
const sending = useWorld({}, { demo: true, smtpUrl: 'smtp://127.0.0.1:1' });
type List = { items: OutboxRow[]; next: string | null };
const nowhere = '/api/outbox/019a0000-0000-7000-8000-000000000001';

test('mail is listed with the latest first, by page and by state, in as many queries for three as for one', async () => {
  const coordinator = await world.as({ role: 'staff_coordinator' });
  const to = await addAccount(world, { email: 'hanako@city.example', lang: 'en' });
  const count = async () => {
    world.queries.length = 0;
    return [(await coordinator.get<List>('/api/outbox')).body.items.length, world.queries.length];
  };
  const first = await addMail(world, to, {}, new Date('2026-07-01T00:00:00Z'));
  const [, one] = await count();
  const second = await addMail(world, to, {}, new Date('2026-07-01T00:01:00Z'), { state: 'dead', attempts: 10 });
  const third = await addMail(world, to, {}, new Date('2026-07-01T00:01:00Z'));
  expect(await count()).toEqual([3, one]);

  const page = (await coordinator.get<List>('/api/outbox?limit=2')).body;
  expect(page.items.map((row) => row.id)).toEqual([third, second]);
  const rest = (await coordinator.get<List>(`/api/outbox?limit=2&after=${page.next}`)).body;
  expect(rest).toEqual({
    items: [
      {
        ...{ id: first, to: 'hanako@city.example', toName: '試験 次郎', lang: 'en', template: 'account.sign-in-link' },
        ...{ subject: '[COP Desk] Your sign-in link', state: 'ready', attempts: 0, lastError: null, requestId: null },
        ...{ createdAt: '2026-07-01T00:00:00.000Z', sentAt: null },
      },
    ],
    next: null,
  });
  expect((await coordinator.get<List>('/api/outbox?state=dead')).body.items.map((row) => row.id)).toEqual([second]);
  expect((await coordinator.get('/api/outbox/status')).body).toEqual({ sending: false, ready: 2, dead: 1 });
  expect((await coordinator.get('/api/outbox?after=WyJ4IiwieSJd')).status).toBe(400);
  expect((await coordinator.get('/api/outbox?state=lost')).status).toBe(422);
});

test('a mail is read without the secret of its link', async () => {
  const admin = await world.as({ role: 'staff_admin' });
  const id = await addMail(world, await addAccount(world, { email: 'hanako@city.example' }));
  const { body } = (await admin.get<OutboxMail>(`/api/outbox/${id}`)).body;
  expect(body).toContain('http://localhost/sign-in/link#t=•••\n');
  expect((await admin.get(nowhere)).status).toBe(404);
});

test('only the demonstration without a mail server shows the whole link, and it works', async () => {
  const admin = await demo.as({ role: 'staff_admin' });
  const to = await addAccount(demo, { email: 'hanako@city.example', demo: true });
  const id = await addMail(demo, to);
  const read = async () => (await admin.get<OutboxMail>(`/api/outbox/${id}`)).body.body;
  const token = /#t=([\w-]{43})\n/.exec(await read())?.[1];
  expect(await read()).toContain(`#t=${token}\n`);
  const answer = await demo.public.post<MeView>('/api/auth/sign-in/link/redemption', { token });
  expect(answer.body.account?.id).toBe(to);

  const other = await sending.as({ role: 'staff_admin' });
  const masked = await addMail(sending, await addAccount(sending, { email: 'hanako@city.example' }));
  expect((await other.get<OutboxMail>(`/api/outbox/${masked}`)).body.body).toContain('#t=•••');
});

test('the outbox is for coordinators and administrators', async () => {
  const id = await addMail(world, await addAccount(world, { email: 'hanako@city.example' }));
  for (const path of ['/api/outbox', '/api/outbox/status', `/api/outbox/${id}`]) {
    expect((await world.public.get(path)).status).toBe(401);
    for (const role of ['member_manager', 'registrar', 'auditor'] as const) {
      expect((await (await world.as({ role })).get(path)).status).toBe(403);
    }
  }
});
