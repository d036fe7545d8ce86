import type { Day } from '#shared/time.ts';

/** What was written about sessions. */
export const speakingTexts = {
  abstract:
    '日時は第1希望で仮押さえしました。英文要旨（150語以内）を9月30日までにお願いします。日本語で先にいただければ、こちらで英訳案を作成します。',
  abstractStep: '英文要旨（150語以内）を提出する',
  thanks: 'ありがとうございます。部長の確認に時間がかかっており、27日（月）に日本語でお送りします。',
  note: '印刷プログラムの入稿が10/1。27日受領なら英訳2日で間に合う。遅れたら題名のみ掲載で。',
  placed: [
    '日時の件、承知しました。登壇者の日程を押さえました。',
    '時間帯のご調整、ありがとうございます。資料は10月中旬にお送りします。',
    '承知しました。同時通訳があると聞き、安心しました。',
  ],
} as const;

type OpenAsk = {
  member: string;
  end:
    | 'draft'
    | 'submitted'
    | 'in_triage'
    | 'answered'
    | 'needs_info'
    | 'waitlisted'
    | 'offered'
    | 'declined'
    | 'withdrawn';
  sent: Day;
  owner: string | null;
  /** The day of the last step. */
  on?: Day;
  words?: string;
  due?: Day;
  day: Day;
  time: string;
  head?: boolean;
  /** The beginning of a title written elsewhere; else the words are here. */
  title?: string;
  ja?: string;
  en?: string;
  aboutJa?: string;
  aboutEn?: string;
  theme?: string;
  minutes?: number;
};

/** Requests to speak without a session. */
export const OPEN_ASKS: readonly OpenAsk[] = [
  {
    member: '下川町',
    end: 'in_triage',
    sent: '2027-09-14',
    owner: 'tadokoro@desk',
    on: '2027-09-15',
    day: '2027-11-12',
    time: '10:00',
    title: '森林バイオマス',
  },
  {
    ...{
      member: '東京都',
      end: 'submitted',
      sent: '2027-09-24',
      owner: null,
      day: '2027-11-09',
      time: '13:00',
      head: true,
    },
    ...{
      ja: '世界の首都が語る熱中症ゼロの夏',
      en: 'Capital cities on a summer without heatstroke',
      theme: 'adaptation',
      minutes: 60,
    },
    aboutJa: '暑さ指数の予報と涼める場所の地図を、首都どうしで共有する取り組みを提案します。',
    aboutEn: 'A proposal that capital cities share heat forecasts and maps of cool places.',
  },
  {
    ...{ member: '札幌市', end: 'submitted', sent: '2027-09-22', owner: null, day: '2027-11-18', time: '10:00' },
    ...{ ja: '雪冷熱で冷やすデータセンター', en: 'Data centres cooled by stored snow', theme: 'energy', minutes: 45 },
    aboutJa: '冬の雪をためて夏の冷房に使う仕組みと、年間の電力の収支を示します。',
    aboutEn: 'Winter snow kept for summer cooling, and the year’s balance of electricity.',
  },
  {
    ...{
      member: '京都市',
      end: 'in_triage',
      sent: '2027-09-16',
      owner: 'staff@desk',
      on: '2027-09-21',
      day: '2027-11-10',
      time: '10:00',
      head: true,
    },
    ...{
      ja: '文化財と脱炭素を両立させる条例',
      en: 'An ordinance for heritage and decarbonisation',
      theme: 'finance',
      minutes: 45,
    },
    aboutJa: '太陽光の設置と景観の保全を同じ窓口で扱う条例の考え方を紹介します。',
    aboutEn: 'One counter for solar panels and townscape: the thinking behind the ordinance.',
  },
  {
    ...{
      member: '浜松市',
      end: 'needs_info',
      sent: '2027-09-09',
      owner: 'naka@desk',
      on: '2027-09-16',
      due: '2027-09-27',
      day: '2027-11-16',
      time: '10:00',
    },
    words: '登壇される方がまだ「未定」になっています。役職だけでも、9月27日17時までにお知らせください。',
    ...{ ja: '楽器の木を森に返す', en: 'Giving wood for instruments back to the forest', theme: 'nature', minutes: 30 },
    aboutJa: '楽器づくりに使う木を地域で育て直す計画を、工場と森の両方から話します。',
    aboutEn: 'Growing the wood for instruments anew, told from the factory and from the forest.',
  },
  {
    ...{
      member: '福島県',
      end: 'waitlisted',
      sent: '2027-08-30',
      owner: 'tadokoro@desk',
      on: '2027-09-17',
      day: '2027-11-12',
      time: '14:00',
    },
    ...{ ja: '水素でつくる地域の冬', en: 'A regional winter on hydrogen', theme: 'energy', minutes: 60 },
    aboutJa: '再エネでつくった水素を公共施設の暖房に使う実証の、2年目の結果です。',
    aboutEn: 'Second-year results of heating public buildings with hydrogen from renewables.',
  },
  {
    ...{
      member: '岡山市',
      end: 'offered',
      sent: '2027-08-26',
      owner: 'staff@desk',
      on: '2027-09-21',
      due: '2027-09-30',
      day: '2027-11-13',
      time: '10:00',
    },
    words:
      'ご希望の13日午前は埋まりました。17日（水）14時からの対話コーナー（30分）ではいかがでしょうか。9月30日17時までにお答えください。',
    ...{
      ja: '公民館から始める気候学習',
      en: 'Climate learning that begins at the community hall',
      theme: 'youth',
      minutes: 30,
    },
    aboutJa: '公民館の講座を気候学習の入口にした10年を、参加者の変化とともに報告します。',
    aboutEn: 'Ten years of community-hall courses as a way into climate learning.',
  },
  {
    ...{
      member: '豊田市',
      end: 'declined',
      sent: '2027-08-12',
      owner: 'tadokoro@desk',
      on: '2027-09-02',
      day: '2027-11-18',
      time: '10:00',
    },
    words:
      '同じ日に近い題の企画が3つあり、今回は見送りとさせてください。「太陽光と次世代モビリティ」の中でご発表いただく形をご検討ください。',
    ...{
      ja: '次世代車の充電網を市がつくる',
      en: 'A city that builds the charging network',
      theme: 'energy',
      minutes: 60,
    },
    aboutJa: '市が用地を出し、民間が設備を置く充電網の、費用と収入の分け方です。',
    aboutEn: 'The city gives land, companies give chargers: who pays and who earns.',
  },
  {
    ...{
      member: '所沢市',
      end: 'withdrawn',
      sent: '2027-08-05',
      owner: 'tadokoro@desk',
      on: '2027-08-24',
      day: '2027-11-16',
      time: '13:00',
    },
    words: '別の企画に内容をまとめたため',
    ...{ ja: '農と住の間の緑を残す', en: 'Keeping the green between farms and homes', theme: 'nature', minutes: 45 },
    aboutJa: '農地と住宅の間の雑木林を残す買い取りの仕組みを紹介します。',
    aboutEn: 'A purchase scheme that keeps woodland between farms and homes.',
  },
  {
    ...{ member: '横浜市', end: 'draft', sent: '2027-09-21', owner: null, day: '2027-11-15', time: '10:00' },
    ...{ ja: '港の緑地を市民と育てる', en: '', theme: 'nature', minutes: 45, aboutJa: '', aboutEn: '' },
  },
  {
    ...{
      member: '神戸市',
      end: 'answered',
      sent: '2027-09-08',
      owner: 'naka@desk',
      on: '2027-09-17',
      day: '2027-11-17',
      time: '10:00',
    },
    ...{
      ja: '水道の技術を海外の都市へ',
      en: 'Sharing water engineering with cities abroad',
      theme: 'adaptation',
      minutes: 45,
    },
    aboutJa: '職員の派遣と研修を組み合わせ、漏水を減らしてきた10年の協力を報告します。',
    aboutEn: 'Ten years of sending staff and training others, to lose less water.',
  },
];
