import type { Lang } from '#shared/lang.ts';

export type MailWords = { subject: string; body: string };

/**
 * A mail in both languages. `params` hold harmless values only; the body ends with one link, made from `params.path`.
 * Mail says that something waits and where, never what it says: gateways and shared mailboxes read along.
 */
export type MailTemplate = Record<Lang, (params: Record<string, string>) => MailWords>;

export function defineMails<const Name extends string>(mails: Record<Name, MailTemplate>): Record<Name, MailTemplate> {
  return mails;
}

/** The whole text of a mail: subject with our tag, body, the one link, and who sends it. Plain text for every reader. */
export function mailText(
  template: MailTemplate,
  params: Record<string, string>,
  lang: Lang,
  publicUrl: string,
): MailWords {
  const said = Object.entries(params).map(
    ([name, value]) => [name, name === 'path' ? value : harmless(value)] as const,
  );
  const { subject, body } = template[lang](Object.fromEntries(said));
  const link = `${publicUrl}${/^\/[\w/?=&%.#•-]*$/.test(params.path ?? '') ? params.path : ''}`;
  return lang === 'ja'
    ? {
        subject: `【COPデスク】${subject}`,
        body: `${body}\n\n${link}\n\n--\nCOPデスク（イクレイ日本）\nこのメールは送信専用です。ご質問は画面の「やりとり」か電話 03-6205-8415 へお願いします。\n`,
      }
    : {
        subject: `[COP Desk] ${subject}`,
        body: `${body}\n\n${link}\n\n--\nCOP Desk (ICLEI Japan)\nThis address does not receive mail. Please write in the request’s conversation, or call +81 3 6205 8415.\n`,
      };
}

const LONGEST_VALUE = 200;

/** A value as a mail may carry it: one short line, and nothing of which a reader's program would make a link. */
function harmless(value: string): string {
  const oneLine = value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, LONGEST_VALUE);
  return oneLine.replace(/:\/\/|www\.|mailto:|[<>]/gi, ' ').trim();
}
