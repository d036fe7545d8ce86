import { defineTexts } from '#shared/text.ts';

/** What is wrong with a field that only the database can judge. */
export const accountFieldTexts = defineTexts(
  {
    memberNeeded: '自治体を選んでください',
    memberNotForOffice: '事務局の人には自治体を選ばないでください',
    passwordSame: 'いまのものとは別のパスワードにしてください',
    passwordWeak: 'よく使われる語や、お名前・自治体名だけでできています。関係のない語をいくつか足してください',
  },
  {
    memberNeeded: 'Choose a municipality',
    memberNotForOffice: 'Leave the municipality empty for people of the office',
    passwordSame: 'Choose a password other than the present one',
    passwordWeak: 'This is little more than common words, your name or your municipality. Add a few unrelated words',
  },
);
