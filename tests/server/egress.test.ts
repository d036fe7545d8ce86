import net from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deliverOutbox } from '#server/notifications/deliver-outbox.ts';
import { openMailer } from '#server/notifications/send-mail.ts';
import { publicPages } from '#server/schedule/public-pages.ts';
import type { Operation, OperationKey } from '#shared/operation.ts';
import { operations } from '#shared/operations.ts';
import { scopeOf } from '#shared/permission.ts';
import { addAccount } from '#tests/support/accounts.ts';
import { twoMembers } from '#tests/support/builders/two-members.ts';
import { type Egress, watchEgress } from '#tests/support/egress.ts';
import { catchMail, type MailCatcher } from '#tests/support/mail-catcher.ts';
import { SAMPLES } from '#tests/support/matrix-samples.ts';
import { addMail } from '#tests/support/outbox.ts';
import { useWorld } from '#tests/support/world.ts';
import { publicRenderer } from '#web/schedule/public/render.tsx';

/** Whatever people do, the program speaks to its database and its mail server, and to nobody else in the world. */
let egress: Egress;
let catcher: MailCatcher;
beforeAll(async () => {
  catcher = await catchMail();
  egress = watchEgress();
});
afterAll(async () => {
  egress.stop();
  await catcher.close();
});
const world = useWorld({ publicPages: publicPages(publicRenderer, { stylesheet: '/x.css', icon: '/x.svg' }) });

/** Where the program may go: this machine, and the database's own host. */
function allowed(place: string): boolean {
  const database = process.env.TEST_DATABASE_URL;
  const host = place.replace(/^name /, '').replace(/:\d+$/, '');
  return /^(localhost|127\.0\.0\.1|::1)$/.test(host) || (database !== undefined && host === new URL(database).hostname);
}

const roles = ['staff_coordinator', 'staff_admin', 'auditor', 'member_manager'] as const;

test.each(roles)(
  'R-13 every operation that %s may do reaches nobody else',
  async (role) => {
    const two = await twoMembers(world.database);
    const client = await world.as({ role, ...(role === 'member_manager' ? { memberId: two.ours.member } : {}) });
    let answered = 0;
    for (const [key, operation] of Object.entries(operations) as [OperationKey, Operation][]) {
      if (scopeOf(role, operation.action) === 'none' || operation.id === 'signOut') continue;
      // What is taken away would be missing for those after it.
      if (key.startsWith('DELETE')) continue;
      const sample = SAMPLES[key as keyof typeof SAMPLES];
      const [method = '', template = ''] = key.split(' ');
      const ids = sample.path?.(two.ours, two.around) ?? [];
      let at = 0;
      const path = template.replace(/:\w+/g, () => ids[at++] ?? '') + (sample.query ?? '');
      // An address in a text is only a text: nothing looks where it leads.
      const body = sample.body ? JSON.stringify(sample.body(two)).replace('理由', 'https://evil.example/x') : null;
      const headers = operation.ifMatch ? { 'if-match': '"1"' } : {};
      answered += (await client.raw(method, path, body, headers)).status < 400 ? 1 : 0;
    }
    expect(answered).toBeGreaterThan(role === 'auditor' ? 3 : 15);
    expect([...egress.reached].filter((place) => !allowed(place))).toEqual([]);
  },
  120_000,
);

test('a page and a mail reach nobody but the mail server', async () => {
  await world.public.get('/schedule/cop32');
  const mailer = openMailer({ ...world.ctx, settings: { ...world.ctx.settings, smtpUrl: catcher.url } });
  await addMail(world, await addAccount(world, { email: 'hanako@city.example', password: null }));
  while (mailer && (await deliverOutbox(world.ctx, mailer)) > 0);
  mailer?.close();
  expect(catcher.mails).toHaveLength(1);
  // It has looked: the mail server was reached.
  expect([...egress.reached].some((place) => place.endsWith(`:${new URL(catcher.url).port}`))).toBe(true);
  expect([...egress.reached].filter((place) => !allowed(place))).toEqual([]);
});

test('whoever else was asked would have been seen', async () => {
  // An address set aside for documents: nobody is there.
  const socket = net.connect({ host: '192.0.2.1', port: 9 });
  socket.on('error', () => {});
  socket.destroy();
  await fetch('http://nowhere.invalid/').catch(() => {});
  const strangers = [...egress.reached].filter((place) => !allowed(place));
  expect(strangers).toContain('192.0.2.1:9');
  expect(strangers.some((place) => place.includes('nowhere.invalid'))).toBe(true);
});
