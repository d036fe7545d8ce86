import { expect, test } from 'vitest';
import { LANGS } from '#shared/lang.ts';
import { mailText } from '#shared/notifications/mail.ts';
import { REQUEST_KINDS } from '#shared/requests/kind-names.ts';
import { requestMails } from '#shared/requests/mails.ts';

const params = { path: '/requests/x', reference: 'COP32-S-0214', dueAt: '2026-07-15T08:00:00.000Z', secret: '本文' };

test('every mail names the request, has one link and nothing unfilled, in both languages', () => {
  for (const [name, template] of Object.entries(requestMails))
    for (const kind of REQUEST_KINDS)
      for (const lang of LANGS) {
        const { subject, body } = mailText(template, { ...params, kind }, lang, 'https://desk.example');
        expect([name, subject]).toEqual([name, expect.stringContaining('COP32-S-0214')]);
        expect(body.match(/https:/g)).toHaveLength(1);
        expect(body).toContain('https://desk.example/requests/x');
        expect(`${subject}${body}`).not.toMatch(/undefined|null|\[object|本文/);
      }
});

test('where an answer is due, the mail says until when', () => {
  const ja = requestMails['request.question'].ja({ ...params, kind: 'speaking' });
  expect(ja.body).toBe(
    '登壇枠の申請（COP32-S-0214）について、お答えいただきたいことがあります。期限は7月15日（水）17:00です。',
  );
  expect(requestMails['request.offer'].en({ ...params, kind: 'pass', dueAt: '' }).body).not.toContain('due');
});
