/** Words of the prepared session; its people are fictional. */
export const preparationTexts = {
  profilesNote: '経歴と写真を登録済み',
  noPanel: '講演のみのため',
  contact: '森 千尋（イクレイ日本） +251 900 000 000',
  partner: { ja: '連携団体の枠（調整中）', en: 'Kept for a partner network' },
  questions: {
    ja: '1. 2035年の目標を、どの部署が、どの予算で進めますか。\n2. 市民の暮らしは何が変わりますか。\n3. 国と国際機関に、いちばん求めることは何ですか。',
    en: '1. Which department carries the 2035 target, and from which budget?\n2. What changes in daily life?\n3. What do you ask most of governments and international bodies?',
  },
  items: [
    { minutes: 5, who: '進行', ja: '開会、登壇者の紹介', en: 'Opening, introduction of the speakers' },
    { minutes: 10, who: '', ja: '基調発言', en: 'Keynote' },
    { minutes: 30, who: '全員', ja: '対話（質問案1〜3）', en: 'Dialogue (questions 1 to 3)' },
    { minutes: 10, who: '進行', ja: '会場からの質問', en: 'Questions from the floor' },
    { minutes: 5, who: '進行', ja: 'まとめ、記念撮影', en: 'Closing, group photo' },
  ],
  standbys: [
    {
      ...{ nameJa: '水原 渚', nameEn: 'Nagisa Mizuhara', titleJa: '副市長', titleEn: 'Deputy Mayor' },
      ...{ organisationJa: '富山市', organisationEn: 'Toyama City', noPhoto: false },
    },
    {
      ...{
        nameJa: '立川 灯',
        nameEn: 'Akari Tachikawa',
        titleJa: '環境政策課長',
        titleEn: 'Director, Environment Policy',
      },
      ...{ organisationJa: '富山市', organisationEn: 'Toyama City', noPhoto: true },
    },
  ],
  lives: [
    {
      ja: '市長として2期目。路面電車を軸にしたコンパクトなまちづくりと、2035年に向けた排出削減の計画を率いる。',
      en: 'In the second term as mayor, leading a compact city built around its tramways and the plan to cut emissions by 2035.',
    },
    {
      ja: '環境部長。家庭と事業所の脱炭素、都市間の協力を担当する。',
      en: 'Heads the environment department: decarbonising homes and firms, and co-operation between cities.',
    },
  ],
};
