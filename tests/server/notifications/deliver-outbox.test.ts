import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { deliverOutbox } from '#server/notifications/deliver-outbox.ts';
import { openMailer } from '#server/notifications/send-mail.ts';
import type { MeView } from '#shared/accounts/contract.ts';
import { addAccount } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { catchMail, type MailCatcher } from '#tests/support/mail-catcher.ts';
import { addMail, readMails } from '#tests/support/outbox.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
let catcher: MailCatcher;
let mailer: NonNullable<ReturnType<typeof openMailer>>;

beforeAll(async () => {
  catcher = await catchMail();
  const settings = { ...world.ctx.settings, smtpUrl: catcher.url };
  const opened = openMailer({ ...world.ctx, settings });
  if (!opened) throw new Error('There is a mail server.');
  mailer = opened;
});
beforeEach(() => {
  catcher.mails.length = 0;
  catcher.refuseWith = null;
});
afterAll(async () => {
  mailer.close();
  await catcher.close();
});

async function deliverAll(): Promise<void> {
  while ((await deliverOutbox(world.ctx, mailer)) > 0);
}
const states = async () => (await readMails(world)).map((row) => [row.state, row.attempts, row.lastError]);

test('a mail is sent in its reader’s language, plainly, to them alone', async () => {
  const to = await addAccount(world, { email: 'hanako@city.example', lang: 'ja' });
  const reader = await addAccount(world, { email: 'jane@city.example', lang: 'en' });
  const id = await addMail(world, to);
  await addMail(world, reader);
  await deliverAll();

  expect(catcher.mails.map((one) => one.to).sort()).toEqual([['hanako@city.example'], ['jane@city.example']]);
  const [ja] = catcher.mails.filter((one) => one.to[0] === 'hanako@city.example');
  const [en] = catcher.mails.filter((one) => one.to[0] === 'jane@city.example');
  expect(ja?.from).toBe('desk@office.example');
  expect(ja?.mail.subject).toBe('【COPデスク】サインイン用のリンク');
  expect(ja?.mail.messageId).toBe(`<${id}@localhost>`);
  expect(ja?.mail.headers.get('auto-submitted')).toBe('auto-generated');
  expect(ja?.raw).toMatch(/content-type: text\/plain; charset=utf-8/i);
  expect([ja?.mail.html, ja?.mail.attachments]).toEqual([false, []]);
  expect(en?.mail.subject).toBe('[COP Desk] Your sign-in link');
  expect(ja?.mail.text?.match(/https?:\/\/\S+/g)?.length).toBe(1);
  expect(await states()).toEqual([
    ['sent', 1, null],
    ['sent', 1, null],
  ]);
});

test('the link in the mail signs in, and its secret is kept nowhere', async () => {
  const to = await addAccount(world, { email: 'hanako@city.example', demo: true });
  await addMail(world, to);
  await deliverAll();
  const token = /\/sign-in\/link#t=([\w-]{43})\n/.exec(catcher.mails[0]?.mail.text ?? '')?.[1] ?? '';
  const everything = await world.database.read(nobody, async (db) =>
    JSON.stringify([
      await db.selectFrom('outbox').selectAll().execute(),
      await db.selectFrom('signInLink').selectAll().execute(),
    ]),
  );
  expect(everything).not.toContain(token);
  const answer = await world.public.post<MeView>('/api/auth/sign-in/link/redemption', { token });
  expect([answer.status, answer.body.account?.id]).toEqual([200, to]);
});

test('two workers at once never take the same mail', async () => {
  const to = await addAccount(world, { email: 'hanako@city.example', demo: true });
  const ids = [];
  for (let count = 0; count < 12; count += 1) ids.push(await addMail(world, to));
  await Promise.all([deliverAll(), deliverAll(), deliverAll()]);
  expect(catcher.mails.map((one) => one.mail.messageId).sort()).toEqual(ids.map((id) => `<${id}@localhost>`).sort());
  expect(new Set((await states()).map((one) => one.join()))).toEqual(new Set(['sent,1,']));
});

test('what a worker that died had taken is taken again after ninety seconds', async () => {
  const to = await addAccount(world, { email: 'hanako@city.example', demo: true });
  const began = new Date();
  await addMail(world, to, {}, began);
  const dies = { ...mailer, send: () => new Promise<never>(() => {}) };
  world.realNow = began;
  void deliverOutbox(world.ctx, dies);
  await expect.poll(async () => (await readMails(world))[0]?.attempts).toBe(1);
  world.realNow = new Date(began.getTime() + 89_000);
  await deliverAll();
  expect(catcher.mails.length).toBe(0);
  world.realNow = new Date(began.getTime() + 91_000);
  await deliverAll();
  expect(catcher.mails.length).toBe(1);
});

test('a passing failure is tried again later, a final one and the tenth are not', async () => {
  const to = await addAccount(world, { email: 'hanako@city.example', demo: true });
  const at = new Date('2026-07-01T00:00:00Z');
  await addMail(world, to, {}, at);
  world.realNow = at;
  catcher.refuseWith = 451;
  await deliverAll();
  const [row] = await readMails(world);
  expect([row?.state, row?.attempts, row?.lastError]).toEqual(['ready', 1, 'smtp-451']);
  const wait = (row?.runAt.getTime() ?? 0) - at.getTime();
  expect(wait).toBeGreaterThanOrEqual(24_000);
  expect(wait).toBeLessThanOrEqual(36_000);

  catcher.refuseWith = 550;
  world.realNow = new Date(at.getTime() + 3_600_000);
  await deliverAll();
  expect(await states()).toEqual([['dead', 2, 'smtp-550']]);

  catcher.refuseWith = 451;
  await addMail(world, to, {}, at, { attempts: 9 });
  await deliverAll();
  expect((await states())[1]).toEqual(['dead', 10, 'smtp-451']);
});

test('whoever may not have it any more does not get it', async () => {
  const manager = await world.as({ role: 'member_manager' });
  const other = await world.as({ role: 'member_manager' });
  const suspended = await addAccount(world, { email: 'off@city.example', state: 'suspended' });
  const invited = await addAccount(world, { email: 'new@city.example', state: 'invited' });
  const active = await addAccount(world, { email: 'in@city.example' });
  await addMail(world, suspended);
  await addMail(world, invited);
  await addMail(world, active, { template: 'account.invitation', params: { path: '/invitation', link: 'invitation' } });
  await addMail(world, manager.actor.accountId ?? '', { memberId: other.actor.memberId ?? '' });
  await addMail(world, active, { template: 'no.such.mail' });
  await deliverAll();
  expect(catcher.mails).toEqual([]);
  expect((await states()).map(([state, , error]) => [state, error])).toEqual([
    ['dropped', 'suspended'],
    ['dropped', 'not-active'],
    ['dropped', 'already-accepted'],
    ['dropped', 'moved'],
    ['dropped', 'unknown-template'],
  ]);
});
