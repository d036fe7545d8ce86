import { accountMails } from './accounts/mails.ts';
import { bilateralMails } from './bilaterals/mails.ts';
import { delegationMails } from './delegations/mails.ts';
import type { MailTemplate } from './notifications/mail.ts';
import { passMails } from './passes/mails.ts';
import { requestMails } from './requests/mails.ts';
import { taskMails } from './requests/task-mails.ts';
import { scheduleMails } from './schedule/mails.ts';

/** Every mail the desk sends, gathered from the capabilities; an outbox row names one by its key. */
export const MAILS: Record<string, MailTemplate> = {
  ...accountMails,
  ...delegationMails,
  ...requestMails,
  ...taskMails,
  ...passMails,
  ...scheduleMails,
  ...bilateralMails,
};
