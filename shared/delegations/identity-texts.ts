import { defineTexts } from '#shared/text.ts';

/** Words of passport data: asking for them, entering them, looking at them. */
export const identityTexts = defineTexts(
  {
    title: 'パスポート情報',
    textChanged: '同意の文面が新しくなりました。画面を開き直して、もう一度お読みください',
    faults: {
      birthDate: '生年月日を確かめてください',
      expiresOn: '有効期限が切れています。新しいパスポートの情報を入力してください',
    },
  },
  {
    title: 'Passport data',
    textChanged: 'The text has changed meanwhile. Open the page again and read the new one',
    faults: {
      birthDate: 'Check the date of birth',
      expiresOn: 'This passport has expired. Enter the new one',
    },
  },
);
