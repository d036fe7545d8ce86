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
  'account.password-changed': {
    ja: () => ({
      subject: 'パスワードが変更されました',
      body: 'アカウントのパスワードが変更されました。ほかの端末ではサインアウトしました。\nお心当たりがないときは、すぐに事務局へお知らせください。',
    }),
    en: () => ({
      subject: 'Your password has changed',
      body: 'The password of your account was changed. Other devices are signed out.\nIf this was not you, tell the office at once.',
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
  'account.passkey-added': {
    ja: () => ({
      subject: 'パスキーが加えられました',
      body: 'アカウントにパスキーが加えられました。ほかの端末ではサインアウトしました。\nお心当たりがないときは、次のページでパスキーを消し、すぐに事務局へお知らせください。',
    }),
    en: () => ({
      subject: 'A passkey was added',
      body: 'A passkey was added to your account. Other devices are signed out.\nIf this was not you, remove it on the page below and tell the office at once.',
    }),
  },
  'account.passkey-removed': {
    ja: () => ({
      subject: 'パスキーが消されました',
      body: 'アカウントのパスキーが消されました。ほかの端末ではサインアウトしました。\nお心当たりがないときは、すぐに事務局へお知らせください。',
    }),
    en: () => ({
      subject: 'A passkey was removed',
      body: 'A passkey of your account was removed. Other devices are signed out.\nIf this was not you, tell the office at once.',
    }),
  },
  'account.issuer-changed': {
    ja: () => ({
      subject: '所属団体のアカウントとの連携が変わりました',
      body: '所属団体のアカウントでサインインする設定が変わりました。ほかの端末ではサインアウトしました。\nお心当たりがないときは、次のページで連携を解き、すぐに事務局へお知らせください。',
    }),
    en: () => ({
      subject: 'The link with your organisation’s account has changed',
      body: 'The setting by which your organisation’s own account signs you in has changed. Other devices are signed out.\nIf this was not you, take the link apart on the page below and tell the office at once.',
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
      body: '事務局の管理者が、アカウントの2段階の確認を取り消しました。認証アプリ、パスキー、回復コード、アクセストークンはすべて無効になりました。パスワードは変わっていません。\n次にサインインしたあと、もう一度設定してください。お心当たりがないときは、すぐに事務局へお知らせください。',
    }),
    en: () => ({
      subject: 'Your second step was taken away',
      body: 'An administrator of the office took away the second step of signing in to your account. Its authenticator app, passkeys, recovery codes and access tokens are over. Your password is unchanged.\nSet it up again after you next sign in. If you did not ask for this, tell the office at once.',
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
  'account.check-asked': {
    ja: () => ({
      subject: 'アカウントの確認のお願い（4月15日まで）',
      body: '人事異動の時期にあわせて、貴自治体のアカウントを年に1回ご確認いただいています。\n次のページで、使い続けるアカウントと停止するアカウントを選んでください。\n4月15日までに確認のないアカウントは、自動で停止します。',
    }),
    en: () => ({
      subject: 'Please confirm your accounts by 15 April',
      body: 'Once a year, when people change posts, we ask you to look through the accounts of your municipality.\nChoose on the page below which are kept and which are suspended.\nAccounts not confirmed by 15 April are suspended automatically.',
    }),
  },
  'account.check-reminder': {
    ja: () => ({
      subject: '確認がまだのアカウントがあります（4月15日まで）',
      body: 'まだ確認されていないアカウントがあります。\n4月15日までに確認のないアカウントは、自動で停止します。',
    }),
    en: () => ({
      subject: 'Some accounts are not confirmed yet (by 15 April)',
      body: 'Some accounts have not been confirmed yet.\nAccounts not confirmed by 15 April are suspended automatically.',
    }),
  },
  'account.check-closed': {
    ja: () => ({
      subject: '確認のなかったアカウントを停止しました',
      body: '4月15日までに確認のなかったアカウントを停止しました。\n引き続き必要なアカウントは、次のページから利用を再開できます。管理者のアカウントは事務局が再開します。',
    }),
    en: () => ({
      subject: 'Accounts that were not confirmed are suspended',
      body: 'Accounts that had not been confirmed by 15 April are suspended.\nOn the page below you can let back in whoever is still needed; the office does so for managers.',
    }),
  },
  'account.check-suspended': {
    ja: () => ({
      subject: 'アカウントを停止しました',
      body: '年に1回の確認が4月15日までになかったため、あなたのアカウントを停止しました。\n引き続きお使いになるときは、貴自治体の管理者か事務局にご連絡ください。',
    }),
    en: () => ({
      subject: 'Your account is suspended',
      body: 'Your account was not confirmed in the yearly check by 15 April and is suspended.\nIf you still need it, ask a manager of your municipality or the office.',
    }),
  },
  'account.authority-given': {
    ja: ({ from, until }) => ({
      subject: '代理の権限について',
      body: `派遣者の代理として操作できる権限が付きました（${from ?? ''} から ${until ?? ''} まで）。\n代理で行ったことの記録には、本人と代理の両方の名前が残ります。できることは増えません。\nお心当たりがないときは、貴自治体の管理者にご連絡ください。`,
    }),
    en: ({ from, until }) => ({
      subject: 'Acting for a delegate',
      body: `Leave to act for a delegate has been given (${from ?? ''} to ${until ?? ''}).\nWhat is done by it is recorded with both names, and gives no further rights.\nIf you did not expect it, ask a manager of your municipality.`,
    }),
  },
  'account.authority-ended': {
    ja: () => ({
      subject: '代理の権限の終了',
      body: '派遣者の代理として操作できる権限が終わりました。\nこれからの操作は、ご自身の名前だけで記録されます。',
    }),
    en: () => ({
      subject: 'No longer acting for a delegate',
      body: 'Leave to act for a delegate has ended.\nWhat is done from now on is recorded under one name only.',
    }),
  },
});
