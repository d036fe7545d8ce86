/** What is done with checks before a release, in the record of changes. */
export const proofActions = {
  ja: {
    'proof/send': '公開前の確認を依頼しました',
    'proof/remind': '公開前の確認を促しました',
    'proof/fine': '企画をこのまま公開してよいと答えました',
    'proof/correct': '企画の修正を求めました',
  },
  en: {
    'proof/send': 'sent sessions to be checked before release',
    'proof/remind': 'reminded of checks before release',
    'proof/fine': 'agreed to a session as it will be released',
    'proof/correct': 'asked for a correction of a session',
  },
} as const;
