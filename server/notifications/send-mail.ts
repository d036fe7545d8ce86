import { createTransport } from 'nodemailer';
import type { MailWords } from '#shared/notifications/mail.ts';
import type { Ctx } from '../context.ts';

export type Mailer = {
  send: (mail: MailWords & { id: string; to: string }) => Promise<void>;
  close: () => void;
};

/** The way to the mail server, or null when none is set: mail then stays in the outbox. */
export function openMailer({ settings }: Ctx): Mailer | null {
  const { smtpUrl, mailFrom, publicUrl } = settings;
  if (smtpUrl === null) return null;
  const host = new URL(publicUrl).hostname;
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 12_000,
    // Beyond this machine a mail travels sealed or not at all, unless its operator says `?ignoreTLS=true`.
    requireTLS: !/^(localhost|127\.|\[?::1)/.test(new URL(smtpUrl).hostname) && !smtpUrl.includes('ignoreTLS=true'),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ id, to, subject, body }) {
      await transport.sendMail({
        from: mailFrom,
        // An object, so that nothing in an address can become a second recipient.
        to: { name: '', address: to },
        subject,
        text: body,
        // The same at every attempt, so that a mail delivered twice can be known by it.
        messageId: `<${id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
    },
    close: () => transport.close(),
  };
}
