/** What the closed COPs left behind. */
export const pastTexts = {
  purpose: '自治体パビリオンで取り組みを発表し、海外の都市との連携を広げます。',
} as const;

export type PastSession = {
  event: string;
  member: string;
  day: number;
  time: string;
  theme: string;
  ja: string;
  en: string;
  aboutJa: string;
  aboutEn: string;
};
export type PastMeeting = {
  event: string;
  member: string;
  with: string;
  day: number;
  time: string;
  topics: string;
  purpose: string;
};

export const PAST_SESSIONS: readonly PastSession[] = [
  {
    ...{ event: 'cop29', member: '横浜市', day: 2, time: '10:00', theme: 'finance' },
    ...{ ja: '都市間連携で進める脱炭素', en: 'Decarbonising through links between cities' },
    aboutJa: '都市間の協力で進めた設備の更新と、人の育成の成果を報告しました。',
    aboutEn: 'Renewed plant and trained people: results of working city to city.',
  },
  {
    ...{ event: 'cop29', member: 'さいたま市', day: 1, time: '13:00', theme: 'energy' },
    ...{ ja: '市民とつくるゼロカーボンの計画', en: 'A zero-carbon plan made with residents' },
    aboutJa: '市民と事業者が一緒に書いた計画の、合意のつくり方を紹介しました。',
    aboutEn: 'How residents and companies agreed on a plan they wrote together.',
  },
  {
    ...{ event: 'cop29', member: '富山市', day: 3, time: '10:00', theme: 'energy' },
    ...{ ja: '公共交通が変えた中心市街地', en: 'A city centre changed by public transport' },
    aboutJa: '路面電車の環状化から15年の、人の流れと商店街の変化を示しました。',
    aboutEn: 'Fifteen years after the tram loop: how people move and shop.',
  },
  {
    ...{ event: 'cop29', member: '東京都', day: 4, time: '13:00', theme: 'energy' },
    ...{ ja: '建物の脱炭素制度を世界へ', en: 'A building programme for other cities' },
    aboutJa: '大規模な建物の排出を減らす制度を、他の都市が使える形で紹介しました。',
    aboutEn: 'A programme for large buildings, laid out so that others can use it.',
  },
  {
    ...{ event: 'cop30', member: '富山市', day: 2, time: '10:00', theme: 'energy' },
    ...{ ja: '小水力と川のまち', en: 'Small hydro in a city of rivers' },
    aboutJa: '農業用水を使う小さな発電所の、地域への利益の返し方を紹介しました。',
    aboutEn: 'Small plants on irrigation canals, and how they pay the community back.',
  },
  {
    ...{ event: 'cop30', member: '北九州市', day: 3, time: '13:00', theme: 'circular' },
    ...{ ja: 'アジアの低炭素化を支えて', en: 'Supporting low-carbon cities in Asia' },
    aboutJa: '海外の都市と進めた資源循環の事業の、次の担い手を話し合いました。',
    aboutEn: 'Who carries on the circular projects begun with cities abroad.',
  },
  {
    ...{ event: 'cop30', member: '京都市', day: 4, time: '10:00', theme: 'finance' },
    ...{ ja: '1.5℃の約束の先へ', en: 'Beyond the promise of 1.5 °C' },
    aboutJa: '大都市の脱炭素の約束を、家庭と事業所の行動にどう移すかを話しました。',
    aboutEn: 'From a city’s promise to what homes and companies do.',
  },
  {
    ...{ event: 'cop30', member: '名古屋市', day: 1, time: '13:00', theme: 'nature' },
    ...{ ja: '生物多様性と気候を一つの計画で', en: 'One plan for biodiversity and climate' },
    aboutJa: '二つの計画を一つにまとめた理由と、測り方の工夫を紹介しました。',
    aboutEn: 'Why two plans became one, and how it is measured.',
  },
];

export const PAST_MEETINGS: readonly PastMeeting[] = [
  {
    ...{ event: 'cop29', member: 'さいたま市', with: 'ジョホールバル市', day: 1, time: '10:00' },
    ...{ topics: '協力の覚書', purpose: '持続可能なまちづくりの協力の覚書に署名しました。' },
  },
  {
    ...{ event: 'cop29', member: '東京都', with: 'ロッテルダム市', day: 3, time: '11:00' },
    ...{ topics: '高潮への備え', purpose: '高潮に備える施設の維持管理について、経験を交換しました。' },
  },
  {
    ...{ event: 'cop30', member: '富山市', with: 'レンカ市', day: 2, time: '14:00' },
    ...{ topics: '公共交通と緑地', purpose: '共同の発表のあと、職員の交流について話し合いました。' },
  },
  {
    ...{ event: 'cop30', member: '横浜市', with: 'メデジン市', day: 3, time: '11:00' },
    ...{ topics: '斜面のまちの暮らし', purpose: '斜面の多いまちの交通と緑について、計画を比べました。' },
  },
];
