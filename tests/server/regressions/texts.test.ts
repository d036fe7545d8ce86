import { expect, test } from 'vitest';
import { whyNotSend } from '#server/notifications/compose-mail.ts';
import { csvCell } from '#shared/csv.ts';
import { MAILS } from '#shared/mails.ts';
import { mailText } from '#shared/notifications/mail.ts';
import { Email, line } from '#shared/shapes.ts';

/** What went wrong elsewhere with texts that people type. README.md beside this file says where. */
const received = MAILS['request.received'];
if (!received) throw new Error('There is no such mail.');
const mail = (params: Record<string, string>) =>
  mailText(received, { kind: 'pass', path: '/x', ...params }, 'en', 'https://desk.example');

test('R-03 a placeholder names a value, and reaches nothing behind it', () => {
  for (const reference of [
    '{{constructor}}',
    '(%= APP_SECRET %)',
    '{reference.__init__.__globals__}',
    '%(settings)s',
  ]) {
    expect(mail({ reference }).body).toContain(reference);
  }
  const body = mail({ reference: 'A', __proto__: 'evil', constructor: 'evil' } as Record<string, string>).body;
  expect(body).not.toContain('evil');
});

test('R-09 a name or title brings no link into a mail', () => {
  const body = mail({ reference: 'COP32 [click](https://evil.example) www.evil.example <a href=//evil.example>' }).body;
  expect(body.match(/https?:\/\/|www\.|<a/g)).toEqual(['https://']);
});

test('R-17 a text of a table is no formula', () => {
  expect(
    ["=cmd|' /C calc'!A0", '+1', '-1', '@SUM(A1)', '\t=1', '＝1'].map(csvCell).filter((cell) => !cell.startsWith(`"'`)),
  ).toEqual([]);
  expect(csvCell('富山市')).toBe('"富山市"');
});

test('R-19 whether a mail may still go is asked when it goes, of its reader as they are then', () => {
  const entry = {
    ...{
      id: 'x',
      accountId: 'a',
      to: 'a@city.example',
      lang: 'ja',
      template: 'request.received',
      params: {},
      attempts: 0,
    },
    ...{ accountState: 'active', accountMemberId: 'ours', memberId: 'ours' },
  } as unknown as Parameters<typeof whyNotSend>[0];
  expect(whyNotSend(entry)).toBeNull();
  expect([
    whyNotSend({ ...entry, accountMemberId: 'theirs' } as typeof entry),
    whyNotSend({ ...entry, accountState: 'suspended' } as typeof entry),
  ]).toEqual(['moved', 'suspended']);
});

test('R-22 a value brings no header into a mail', () => {
  const { subject, body } = mail({ reference: 'A\r\nBcc: evil@evil.example\r\n\r\n<b>' });
  expect(subject).not.toMatch(/[\r\n]/);
  expect(body.split('\n').filter((text) => text.startsWith('Bcc'))).toEqual([]);
});

test('R-30 an address is made plain before it is judged', () => {
  expect(Email.safeParse('Name＠city.example').data).toBe('name@city.example');
  for (const text of [
    'a@b@city.example',
    'a@сity.example',
    'a﹫b.example@c.example',
    'a@city.example\u0000',
    'a@city.example.',
  ]) {
    const parsed = Email.safeParse(text);
    expect(parsed.success && !/^[\x21-\x7e]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(parsed.data), text).toBe(false);
    if (parsed.success) expect(parsed.data.split('@')).toHaveLength(2);
  }
  expect(line(60).safeParse('e\u0301').data).toBe('é');
});
