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
  /** `code` is made when the mail is sent, for the one session that asked for it. */
  'account.sign-in-code': {
    ja: ({ code }) => ({
      subject: '確認コード',
      body: `サインインの確認コード： ${code}\n\nサインイン中の画面に入力してください。コードは10分間、その画面だけで使えます。\nお心当たりがないときは、パスワードを変更してください。`,
    }),
    en: ({ code }) => ({
      subject: 'Your code',
      body: `Your code for signing in: ${code}\n\nEnter it on the screen where you are signing in. It works there only, within 10 minutes.\nIf you did not ask for it, change your password.`,
    }),
  },
  'account.second-factor-changed': {
    ja: () => ({
      subject: '2段階の確認が変更されました',
      body: 'アカウントの2段階の確認の設定が変わりました。ほかの端末ではサインアウトしました。\nお心当たりがないときは、すぐに事務局へお知らせください。',
    }),
    en: () => ({
      subject: 'Your second step has changed',
      body: 'The second step of signing in to your account has changed. Other devices are signed out.\nIf this was not you, tell the office at once.',
    }),
  },
  'account.recovery-code-used': {
    ja: () => ({
      subject: '回復コードが使われました',
      body: 'アカウントで回復コードが1つ使われました。残りはアカウントの画面で確かめられます。\nお心当たりがないときは、すぐに事務局へお知らせください。',
    }),
    en: () => ({
      subject: 'A recovery code was used',
      body: 'One of the recovery codes of your account was used. Your account page says how many are left.\nIf this was not you, tell the office at once.',
    }),
  },
  'account.second-factor-reset': {
    ja: () => ({
      subject: '2段階の確認を取り消しました',
      body: '事務局の管理者が、アカウントの2段階の確認を取り消しました。パスワードは変わっていません。\n次にサインインしたあと、もう一度設定してください。お心当たりがないときは、すぐに事務局へお知らせください。',
    }),
    en: () => ({
      subject: 'Your second step was taken away',
      body: 'An administrator of the office took away the second step of signing in to your account. Your password is unchanged.\nSet it up again after you next sign in. If you did not ask for this, tell the office at once.',
    }),
  },
  'account.reset-asked': {
    ja: () => ({
      subject: '承認のお願い：2段階の確認の取り消し',
      body: '事務局のアカウントについて、2段階の確認の取り消しが依頼されました。\nご本人に電話で確かめてから、24時間以内に承認してください。',
    }),
    en: () => ({
      subject: 'To approve: a second step to be taken away',
      body: 'An administrator asks to take away the second step of an account of the office.\nCall the person first, then approve within 24 hours.',
    }),
  },
  'account.reset-asked-for-you': {
    ja: () => ({
      subject: '2段階の確認の取り消しが依頼されました',
      body: 'あなたのアカウントについて、2段階の確認の取り消しが依頼されました。別の管理者の承認を待っています。\nお心当たりがないときは、すぐに事務局の管理者へお知らせください。',
    }),
    en: () => ({
      subject: 'Someone asks to take away your second step',
      body: 'An administrator asked to take away the second step of your account. Another administrator must approve.\nIf you did not ask for this, tell an administrator at once.',
    }),
  },
});
