import { defineMails, type MailTemplate } from '#shared/notifications/mail.ts';
import { formatDeadline } from '#shared/time.ts';
import type { RequestKind } from './kind-names.ts';
import { requestWords } from './words.ts';

type Params = Record<string, string>;

/** The request by its kind and reference: 登壇枠の申請（COP32-S-0214）. */
const named = {
  ja: (params: Params) => `${requestWords.ja.kindRequest[params.kind as RequestKind]}（${params.reference}）`,
  en: (params: Params) => `${requestWords.en.kindRequest[params.kind as RequestKind]} (${params.reference})`,
};
const until = {
  ja: ({ dueAt }: Params) => (dueAt ? `期限は${formatDeadline(dueAt, 'ja')}です。` : ''),
  en: ({ dueAt }: Params) => (dueAt ? ` It is due by ${formatDeadline(dueAt, 'en')}.` : ''),
};

/** A mail about one request: a subject that ends with its reference, and a sentence or two around its name. */
function about(
  ja: [subject: string, body: (name: string, due: string) => string],
  en: [subject: string, body: (name: string, due: string) => string],
): MailTemplate {
  return {
    ja: (params) => ({ subject: `${ja[0]} ${params.reference}`, body: ja[1](named.ja(params), until.ja(params)) }),
    en: (params) => ({ subject: `${en[0]} ${params.reference}`, body: en[1](named.en(params), until.en(params)) }),
  };
}

/** What the desk writes about requests. Never what somebody typed: only that something waits, by when, and where. */
export const requestMails = defineMails({
  'request.received': about(
    ['申請が届きました', (name) => `${name}が届きました。内容をご確認ください。`],
    ['A request has come in', (name) => `${name} has come in. Please look at it.`],
  ),
  'request.receipt': about(
    ['申請を受け付けました', (name) => `${name}を受け付けました。1営業日以内に確認を始めます。`],
    [
      'We have received your request',
      (name) => `We have received: ${name}. We start looking at it within one working day.`,
    ],
  ),
  'request.edited': about(
    ['申請の内容が変わりました', (name) => `${name}の内容を自治体が変更しました。履歴でご確認ください。`],
    ['A request was changed', (name) => `The municipality has changed ${name}. The history shows what changed.`],
  ),
  'request.question': about(
    ['ご確認のお願い', (name, due) => `${name}について、お答えいただきたいことがあります。${due}`],
    ['We need something from you', (name, due) => `There is something to answer about ${name}.${due}`],
  ),
  'request.answered': about(
    ['回答が届きました', (name) => `${name}への回答が届きました。`],
    ['An answer has come in', (name) => `The municipality has answered about ${name}.`],
  ),
  'request.offer': about(
    ['ご提案があります', (name, due) => `${name}について、ご提案があります。受けるかどうかをお答えください。${due}`],
    ['We have an offer for you', (name, due) => `There is an offer for ${name}. Please accept or refuse it.${due}`],
  ),
  'request.offer-accepted': about(
    ['提案が受け入れられました', (name) => `${name}の提案が受け入れられました。`],
    ['An offer was accepted', (name) => `The offer for ${name} was accepted.`],
  ),
  'request.offer-refused': about(
    ['提案が断られました', (name) => `${name}の提案が断られました。次の案をご検討ください。`],
    ['An offer was refused', (name) => `The offer for ${name} was refused. Please think of another way.`],
  ),
  'request.approved': about(
    ['申請が認められました', (name) => `${name}が認められました。これから調整を進めます。`],
    ['Your request is approved', (name) => `${name} is approved. We now make the arrangements.`],
  ),
  'request.waitlisted': about(
    ['待機になりました', (name) => `${name}は待機になりました。空きが出たときに、順番にご案内します。`],
    ['Your request is on the waiting list', (name) => `${name} is on the waiting list. We come back to you in turn.`],
  ),
  'request.declined': about(
    ['申請の結果のお知らせ', (name) => `${name}の結果が出ました。理由を画面でご確認ください。`],
    ['The result of your request', (name) => `There is a result for ${name}. The page gives the reason.`],
  ),
  'request.reopened': about(
    ['もう一度確認します', (name) => `${name}をもう一度確認します。`],
    ['We look at your request again', (name) => `We are looking at ${name} again.`],
  ),
  'request.corrected': about(
    [
      '先ほどのお知らせの取り消し',
      (name) => `${name}についての先ほどのお知らせを取り消しました。今の状態を画面でご確認ください。`,
    ],
    [
      'Our last message is taken back',
      (name) => `We have taken back our last message about ${name}. The page shows how it stands.`,
    ],
  ),
  'request.withdrawn': about(
    ['申請が取り下げられました', (name) => `${name}が取り下げられました。`],
    ['A request was withdrawn', (name) => `${name} was withdrawn.`],
  ),
  'request.handed-over': about(
    ['担当になりました', (name) => `${name}の担当になりました。`],
    ['A request is yours now', (name) => `${name} has been handed over to you.`],
  ),
  'request.message-from-office': about(
    ['事務局からの連絡', (name) => `${name}について、事務局から連絡があります。`],
    ['A message from the office', (name) => `The office has written about ${name}.`],
  ),
  'request.message-from-member': about(
    ['自治体からの連絡', (name) => `${name}について、自治体から連絡があります。`],
    ['A message from a municipality', (name) => `The municipality has written about ${name}.`],
  ),
  'request.fulfilled': about(
    ['決まりました', (name) => `${name}の内容が決まりました。画面でご確認ください。`],
    ['It is settled', (name) => `${name} is settled. Please look at the details.`],
  ),
  'request.taken-back': about(
    ['調整に戻りました', (name) => `${name}は、もう一度調整することになりました。理由を画面でご確認ください。`],
    ['Back to arranging', (name) => `${name} has to be arranged again. The page gives the reason.`],
  ),
  'request.completed': about(
    ['完了しました', (name) => `${name}は完了しました。ご協力ありがとうございました。`],
    ['All done', (name) => `${name} is completed. Thank you.`],
  ),
});

export type RequestMail = keyof typeof requestMails;
