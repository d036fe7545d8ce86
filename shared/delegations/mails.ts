import { defineMails } from '#shared/notifications/mail.ts';

/** To the delegate, who has no account: the link opens their own page. And to those who watch over passport data. */
export const delegationMails = defineMails({
  'delegation.identity-link': {
    ja: ({ event }) => ({
      subject: `${event ?? ''}への参加に必要な情報の入力のお願い`,
      body: `${event ?? ''}への参加の手続きのため、次のリンクから、パスポートの情報の入力と、情報の提供先への同意をお願いします。\nリンクはあなた専用で、14日間使えます。ほかの人に転送しないでください。`,
    }),
    en: ({ event }) => ({
      subject: `What we need from you for ${event ?? ''}`,
      body: `To arrange your participation in ${event ?? ''}, please open the link below, enter your passport data and decide to whom they may be passed.\nThe link is yours alone and works for 14 days. Please do not forward it.`,
    }),
  },
  'delegation.many-viewings': {
    ja: ({ looks, minutes }) => ({
      subject: 'パスポート情報の表示が続いています',
      body: `1人の利用者が、${minutes ?? ''}分間に${looks ?? ''}回、パスポート情報を表示しました。\n次のページで、誰が何のために表示したかを確かめてください。心当たりのない表示であれば、その利用者を停止してください。`,
    }),
    en: ({ looks, minutes }) => ({
      subject: 'Somebody looks at many passports',
      body: `One person has looked at passport data ${looks ?? ''} times within ${minutes ?? ''} minutes.\nSee on the page below who it was and for which purpose. If nobody can explain it, suspend the account.`,
    }),
  },
});
