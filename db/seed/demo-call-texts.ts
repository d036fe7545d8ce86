/** The calls of the demonstration: one open on its day, 24 September 2027, and one closed before it. */
export const DEMO_CALLS = [
  {
    titleJa: 'メインステージの企画',
    titleEn: 'Sessions on the main stage',
    guidanceJa: '60分の企画を募集します。ほかの国の都市といっしょの企画を歓迎します。',
    guidanceEn: 'We invite sessions of 60 minutes. Sessions together with cities of other countries are welcome.',
    opensAt: new Date('2027-09-06T00:00:00Z'),
    closesAt: new Date('2027-09-30T14:00:00Z'),
  },
  {
    titleJa: 'ワークショップの企画',
    titleEn: 'Workshops',
    guidanceJa: '参加者が手を動かす企画を募集しました。',
    guidanceEn: 'We invited sessions in which everybody takes part.',
    opensAt: new Date('2027-08-02T00:00:00Z'),
    closesAt: new Date('2027-09-17T14:00:00Z'),
  },
];

export const DEMO_CRITERIA = [
  { weight: 3, nameJa: 'テーマとの合い方', nameEn: 'Fit with the theme', noteJa: '', noteEn: '' },
  {
    ...{ weight: 2, nameJa: '成果と新しさ', nameEn: 'Evidence and novelty' },
    ...{ noteJa: '数字で示せる成果があるか', noteEn: 'Results that can be shown in figures' },
  },
  {
    ...{ weight: 1, nameJa: '多様さ', nameEn: 'Diversity' },
    ...{ noteJa: '規模、地域、性別、初めての参加', noteEn: 'Size, region, gender, first time' },
  },
];

export const DEMO_QUESTION = {
  ...{ kind: 'short', required: false, labelJa: 'いっしょに企画する都市', labelEn: 'Cities you do it with' },
};

export const DEMO_REASON = '同じテーマの企画が重なったためです。次の機会にお待ちしています。';
