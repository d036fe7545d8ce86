import { expect, test } from 'vitest';
import { MAILS } from '#shared/mails.ts';
import { mailText } from '#shared/notifications/mail.ts';

const template = {
  ja: ({ reference }: Record<string, string>) => ({ subject: `質問 ${reference}`, body: '質問があります。' }),
  en: ({ reference }: Record<string, string>) => ({ subject: `Question ${reference}`, body: 'There is a question.' }),
};
const params = { reference: 'COP32-S-0214', path: '/requests/1' };

test('a mail says that something waits and where, and who sends it', () => {
  const ja = mailText(template, params, 'ja', 'https://desk.example');
  expect(ja.subject).toBe('【COPデスク】質問 COP32-S-0214');
  expect(ja.body).toMatch(/^質問があります。\n\nhttps:\/\/desk\.example\/requests\/1\n\n--\nCOPデスク/);
  const en = mailText(template, params, 'en', 'https://desk.example');
  expect(en.subject).toBe('[COP Desk] Question COP32-S-0214');
  expect(en.body).toMatch(/^There is a question\.\n\nhttps:\/\/desk\.example\/requests\/1\n\n--\nCOP Desk/);
});

test('every mail of the desk has one link and a short subject, in both languages', () => {
  const some = {
    reference: 'COP32-S-0214',
    kind: 'speaking',
    dueAt: '2027-09-30T08:00:00Z',
    path: '/x',
    code: 'AB23CD45',
  };
  expect(Object.keys(MAILS).length).toBeGreaterThan(1);
  for (const mail of Object.values(MAILS)) {
    for (const lang of ['ja', 'en'] as const) {
      const { subject, body } = mailText(mail, some, lang, 'https://desk.example');
      expect(body.match(/https?:\/\/\S+/g)).toEqual(['https://desk.example/x']);
      expect(subject.length).toBeLessThanOrEqual(120);
      expect(subject).not.toMatch(/[\r\n]|undefined/);
      expect(body).not.toMatch(/undefined/);
    }
  }
});
