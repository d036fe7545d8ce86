import { defineTexts } from '#shared/text.ts';

/** What is wrong with a field beyond its shape. */
export const organisationFieldTexts = defineTexts(
  {
    mail: 'メールアドレスを name@example.jp の形で入力してください',
    timeZone: '時間帯の名前を選んでください（例：Europe/Berlin）',
  },
  {
    mail: 'Enter an e-mail address such as name@example.jp',
    timeZone: 'Choose a time zone such as Europe/Berlin',
  },
);
