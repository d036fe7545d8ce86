import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { deliverOutbox } from '#server/notifications/deliver-outbox.ts';
import { openMailer } from '#server/notifications/send-mail.ts';
import { MAILS } from '#shared/mails.ts';
import { mailText } from '#shared/notifications/mail.ts';
import { Email, line } from '#shared/shapes.ts';
import { addAccount } from '#tests/support/accounts.ts';
import { MAIL } from '#tests/support/corpora.ts';
import { catchMail, type MailCatcher } from '#tests/support/mail-catcher.ts';
import { addMail } from '#tests/support/outbox.ts';
import { useWorld } from '#tests/support/world.ts';

/** Whatever finds its way into a mail, it stays one plain mail to one person with one link, which is ours. */
const world = useWorld({}, { publicUrl: 'https://desk.example' });
let catcher: MailCatcher;
let mailer: NonNullable<ReturnType<typeof openMailer>>;
beforeAll(async () => {
  catcher = await catchMail();
  const opened = openMailer({ ...world.ctx, settings: { ...world.ctx.settings, smtpUrl: catcher.url } });
  if (!opened) throw new Error('There is a mail server.');
  mailer = opened;
});
beforeEach(() => {
  catcher.mails.length = 0;
});
afterAll(async () => {
  mailer.close();
  await catcher.close();
});

const NAMES = ['reference', 'event', 'dueAt', 'kind'];
const templates = Object.keys(MAILS).filter((name) => !name.startsWith('account.'));
const HEADERS = [
  'auto-submitted',
  'content-transfer-encoding',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
  'x-auto-response-suppress',
];
const OWN = /^https:\/\/desk\.example\/requests\/x$/;
const linksIn = (text: string) => text.match(/(https?:\/\/|www\.|mailto:)\S*/gi) ?? [];

test('no text makes a second recipient, header, part or link', async () => {
  expect(MAIL.length).toBeGreaterThanOrEqual(100);
  const to = [
    await addAccount(world, { email: 'hanako@city.example', lang: 'ja', password: null }),
    await addAccount(world, { email: 'jane@city.example', lang: 'en', password: null }),
  ];
  for (const [at, text] of MAIL.entries()) {
    // What PostgreSQL cannot keep never comes so far.
    const params = Object.fromEntries(NAMES.map((name) => [name, text.replaceAll('\0', '')]));
    params.dueAt = '2027-10-01T08:00:00Z';
    const template = templates[at % templates.length] ?? '';
    params.kind = 'pass';
    await addMail(world, to[at % 2] ?? '', { template, params: { ...params, path: '/requests/x' } });
  }
  while ((await deliverOutbox(world.ctx, mailer)) > 0);
  expect(catcher.mails.length).toBe(MAIL.length);
  for (const { to, from, mail, raw } of catcher.mails) {
    expect(to).toHaveLength(1);
    expect([from, mail.cc, mail.bcc, mail.replyTo, mail.html, mail.attachments]).toEqual([
      'desk@office.example',
      undefined,
      undefined,
      undefined,
      false,
      [],
    ]);
    expect([...mail.headers.keys()].sort()).toEqual(HEADERS);
    expect(raw).toMatch(/^content-type: text\/plain; charset=utf-8\r$/im);
    const links = linksIn(`${mail.subject} ${mail.text}`);
    expect(links.filter((link) => !OWN.test(link))).toEqual([]);
    expect(links).toHaveLength(1);
    expect((mail.subject ?? '').length).toBeLessThanOrEqual(260);
  }
}, 120_000);

test('without that care a link would arrive', () => {
  const evil = 'https://evil.example';
  const raw = MAILS['schedule.released']?.en({ event: evil });
  const template = MAILS['schedule.released'];
  if (!template) throw new Error('no such mail');
  const safe = mailText(template, { event: evil, path: '/x' }, 'en', 'https://desk.example');
  expect([linksIn(raw?.body ?? ''), linksIn(safe.subject + safe.body)]).toEqual([[evil], ['https://desk.example/x']]);
});

test('a link leads nowhere but to a page of ours', () => {
  const template = MAILS['request.received'];
  if (!template) throw new Error('no such mail');
  for (const path of [
    '@evil.example',
    '.evil.example',
    ':80@evil.example',
    '/x\r\nhttps://evil.example',
    '/a b',
    'https://evil.example',
  ]) {
    const { body } = mailText(template, { kind: 'pass', reference: 'A', path }, 'en', 'https://desk.example');
    expect(linksIn(body)).toEqual(['https://desk.example']);
  }
});

test('an address is one address, and a name one line', () => {
  const addresses = MAIL.flatMap((text) => [
    `a@city.example${text}`,
    `${text}a@city.example`,
    `${text} <a@city.example>`,
    `a@city.example,${text}@evil.example`,
  ]);
  const taken = addresses.flatMap((text) => {
    const parsed = Email.safeParse(text);
    return parsed.success ? [parsed.data] : [];
  });
  expect(taken.filter((one) => !/^[\x21-\x7e]+@[a-z0-9.-]+$/.test(one) || one.split('@').length !== 2)).toEqual([]);
  const names = MAIL.flatMap((text) => {
    const parsed = line(60).safeParse(text);
    return parsed.success ? [parsed.data] : [];
  });
  expect(names.filter((one) => /[\p{Cc}\u202a-\u202e]/u.test(one))).toEqual([]);
});

test('beyond this machine a mail goes sealed or not at all', async () => {
  const elsewhere = await catchMail();
  const url = new URL(elsewhere.url);
  // The name leads to this machine, but does not say so: as far as anybody can see it is another one.
  const at = (query: string) =>
    openMailer({ ...world.ctx, settings: { ...world.ctx.settings, smtpUrl: `smtp://0.0.0.0:${url.port}${query}` } });
  const mail = { id: 'x', to: 'a@city.example', subject: 's', body: 'b' };
  const [strict, loose] = [at(''), at('?ignoreTLS=true')];
  await expect(strict?.send(mail)).rejects.toThrow(/STARTTLS/);
  await loose?.send(mail);
  expect(elsewhere.mails).toHaveLength(1);
  strict?.close();
  loose?.close();
  await elsewhere.close();
});
