import { defineMails } from '#shared/notifications/mail.ts';

/** `params.link` names the kind of secret that the link gets when the mail is sent. */
export const accountMails = defineMails({
  'account.sign-in-link': {
    ja: () => ({
      subject: 'サインイン用のリンク',
      body: 'サインインするには、次のリンクを開き、表示されるボタンを押してください。\nリンクは15分間、1回だけ使えます。\nお心当たりがないときは、このメールを削除してください。',
    }),
    en: () => ({
      subject: 'Your sign-in link',
      body: 'To sign in, open the link below and press the button shown there.\nIt works once, within 15 minutes.\nIf you did not ask for it, delete this mail.',
    }),
  },
  'account.invitation': {
    ja: () => ({
      subject: '招待のお知らせ',
      body: 'COPデスクに招待されました。\n次のリンクを開いて、氏名とパスワードを決めてください。\nリンクは72時間、1回だけ使えます。',
    }),
    en: () => ({
      subject: 'You are invited',
      body: 'You have been invited to COP Desk.\nOpen the link below and choose your name and password.\nIt works once, within 72 hours.',
    }),
  },
  'account.token-made': {
    ja: () => ({
      subject: 'アクセストークンが作られました',
      body: 'あなたのアカウントで、プログラムから使うアクセストークンが作られました。\nお心当たりがないときは、次のページでアクセストークンを無効にし、パスワードを変更してください。',
    }),
    en: () => ({
      subject: 'An access token was made',
      body: 'An access token for programs was made with your account.\nIf it was not you, end it on the page below and change your password.',
    }),
  },
});
