import type { Tx } from '#db/connect.ts';
import type { OutboxEntry } from '#db/queries/outbox.ts';
import { issueSignInCode } from '#db/queries/sign-in-codes.ts';
import { issueLink, type LinkPurpose } from '#db/queries/sign-in-links.ts';
import { CODE_LETTERS, inGroups, MAIL_CODE_LENGTH } from '#shared/code.ts';
import { MAILS } from '#shared/mails.ts';
import { type MailWords, mailText } from '#shared/notifications/mail.ts';
import type { Ctx } from '../context.ts';
import { codeOfMail, hashOfCode, hashOfToken, tokenOfMail } from '../secret-token.ts';

const MINUTE_MS = 60_000;
const VALID_MINUTES: Record<LinkPurpose, number> = { sign_in: 15, invitation: 72 * 60 };
const CODE_VALID_MINUTES = 10;
/** What stands in the place of a secret where a mail is only looked at. */
const MASK = '•••';

const isPurpose = (value: string | undefined): value is LinkPurpose => value !== undefined && value in VALID_MINUTES;

/** Why a mail is not for its recipient any more, as a code, or null. Asked when it is sent, not when it was written. */
export function whyNotSend({
  accountState,
  accountMemberId,
  memberId,
  params,
  template,
  to,
}: OutboxEntry): string | null {
  if (!(template in MAILS)) return 'unknown-template';
  if (accountState === null) return to === '' ? 'gone' : null;
  // Only what tells people that they are suspended reaches those who are.
  if (accountState === 'suspended' && params.even !== 'suspended') return 'suspended';
  // Nobody is written to before they have accepted their invitation, but for the invitation itself.
  if (accountState === 'invited' && params.link !== 'invitation') return 'not-active';
  if (accountState === 'active' && params.link === 'invitation') return 'already-accepted';
  return memberId !== null && accountMemberId !== null && memberId !== accountMemberId ? 'moved' : null;
}

/** The words of a mail for whoever looks at the outbox: a link that signs in is shown without its secret. */
export function wordsMasked(ctx: Ctx, entry: OutboxEntry): MailWords {
  return words(ctx, entry, entry.params.link ? `#t=${MASK}` : '', MASK);
}

/** The words of a mail as it is sent. A link that signs in becomes valid here, and is kept by its hash alone. */
export async function wordsToSend(ctx: Ctx, tx: Tx, entry: OutboxEntry): Promise<MailWords> {
  const { link: purpose, linkId } = entry.params;
  // A delegate's link is kept beside the delegate and has been valid since it was made.
  if (linkId) return words(ctx, entry, `#t=${tokenOfMail(ctx.settings.appSecret, linkId)}`);
  if (entry.params.session) return words(ctx, entry, '', await codeFor(ctx, tx, entry.id, entry.params.session));
  if (!isPurpose(purpose) || entry.accountId === null) return words(ctx, entry, '');
  const token = tokenOfMail(ctx.settings.appSecret, entry.id);
  const at = ctx.realNow();
  const endsAt = new Date(at.getTime() + VALID_MINUTES[purpose] * MINUTE_MS);
  await issueLink(tx, { tokenHash: hashOfToken(token), accountId: entry.accountId, purpose, at, endsAt });
  return words(ctx, entry, `#t=${token}`);
}

/** A code for the session that asked for it, valid from now on. */
async function codeFor(ctx: Ctx, tx: Tx, outboxId: string, sessionId: string): Promise<string> {
  const { appSecret } = ctx.settings;
  const code = codeOfMail(appSecret, outboxId, CODE_LETTERS, MAIL_CODE_LENGTH);
  const endsAt = new Date(ctx.realNow().getTime() + CODE_VALID_MINUTES * MINUTE_MS);
  await issueSignInCode(tx, sessionId, hashOfCode(appSecret, sessionId, code), endsAt);
  return inGroups(code);
}

function words(ctx: Ctx, { template, params, lang }: OutboxEntry, fragment: string, code = ''): MailWords {
  const found = MAILS[template];
  if (!found) return { subject: template, body: '' };
  return mailText(found, { ...params, code, path: `${params.path ?? ''}${fragment}` }, lang, ctx.settings.publicUrl);
}
