import type { Day } from '#shared/time.ts';

export type End =
  | 'draft'
  | 'submitted'
  | 'in_triage'
  | 'needs_info'
  | 'approaching'
  | 'negotiating'
  | 'agreed'
  | 'placed'
  | 'cancelled'
  | 'declined'
  | 'withdrawn';
export type Meet = {
  member: string;
  with: string;
  end: End;
  sent: Day;
  owner: string | null;
  topics: string;
  purpose: string;
  head?: boolean;
  signing?: boolean;
  /** When the counterpart or somebody else should answer. */
  due?: Day;
  words?: string;
  /** The meeting's day, time and room. */
  at?: readonly [day: Day, time: string, room: string];
  minutes?: 15 | 30 | 45 | 60;
};

const meet = (
  member: string,
  counterpart: string,
  end: End,
  sent: Day,
  owner: string | null,
  rest: Omit<Meet, 'member' | 'with' | 'end' | 'sent' | 'owner'>,
): Meet => ({
  ...{ member, with: counterpart, end, sent, owner },
  ...rest,
});

/** Whom the municipalities wish to meet, and how far it has come. Toyama’s two are those of its home page. */
export const MEETINGS: readonly Meet[] = [
  meet('富山市', 'スラバヤ市', 'negotiating', '2027-08-20', 'staff@desk', {
    ...{
      topics: '公共交通と水辺の再生',
      purpose: '公共交通と水辺の再生について互いの計画を確かめ、職員交流の覚書に向けて合意します。',
    },
    ...{ head: true, minutes: 45, due: '2027-10-01' },
    words:
      '先方がお会いできる時間は次の3つです。（1）11日（木）10:30–11:15（2）12日（金）10:00–10:45（3）10日（水）15:30–16:15。いずれも日英の逐次通訳を手配できます。10月1日17時までに、出席できる時間をお知らせください。',
  }),
  meet('富山市', 'フライブルク市', 'in_triage', '2027-09-15', 'staff@desk', {
    ...{
      topics: 'コンパクトシティの評価手法',
      purpose: 'まちの歩きやすさを測る指標を比べ、共同で改める項目を決めます。',
    },
  }),
  meet('北九州市', 'ボン市', 'negotiating', '2027-08-24', 'naka@desk', {
    ...{
      topics: '資源循環の人材育成',
      purpose: '資源循環を学ぶ研修の受け入れについて、期間と費用の分け方を話し合います。',
    },
    due: '2027-09-29',
  }),
  meet('神戸市', 'ロッテルダム市', 'negotiating', '2027-08-30', 'naka@desk', {
    ...{ topics: '港湾と水素', purpose: '港の水素の供給網について、規格と安全の基準を比べます。', due: '2027-10-06' },
  }),
  meet('京都市', 'フライブルク市', 'placed', '2027-07-14', 'staff@desk', {
    ...{
      topics: '歴史的な街並みと脱炭素',
      purpose: '姉妹都市として、次の5年の職員交流の計画に署名します。',
      head: true,
      signing: true,
    },
    // Overlaps the mayor’s session on the main stage: for the desk to find.
    ...{ at: ['2027-11-11', '17:00', 'meeting-2'], minutes: 30 },
  }),
  meet('さいたま市', 'ジョホールバル市', 'placed', '2027-07-20', 'naka@desk', {
    ...{
      topics: '共同の約束の実行',
      purpose: '持続可能性センターとの協定の進み具合を確かめ、次の重点を決めます。',
      head: true,
    },
    ...{ at: ['2027-11-12', '10:00', 'meeting-1'], minutes: 45 },
  }),
  meet('横浜市', 'セブ市', 'placed', '2027-07-26', 'naka@desk', {
    ...{ topics: '廃棄物の管理と研修', purpose: '廃棄物の分別の研修を、来年度から現地で開く準備を話し合います。' },
    ...{ at: ['2027-11-10', '11:00', 'meeting-1'], minutes: 30 },
  }),
  meet('広島市', 'マルメ市', 'placed', '2027-07-29', 'naka@desk', {
    ...{
      topics: '平和と気候の都市外交',
      purpose: '平和首長会議の枠組みを気候の対話に生かす方法を話し合います。',
      head: true,
    },
    ...{ at: ['2027-11-12', '14:00', 'meeting-2'], minutes: 30 },
  }),
  meet('東京都', '国連ハビタット', 'placed', '2027-08-03', 'staff@desk', {
    ...{ topics: '都市の暑さ対策', purpose: '暑さに備える都市の指標づくりに、観測の結果を提供します。', head: true },
    ...{ at: ['2027-11-10', '14:00', 'meeting-2'], minutes: 45 },
  }),
  meet('名古屋市', '昆明市', 'placed', '2027-08-06', 'naka@desk', {
    ...{ topics: '生物多様性の国際会議', purpose: '生物多様性の都市会議を交互に開くことについて、意見を交わします。' },
    ...{ at: ['2027-11-16', '10:30', 'meeting-1'], minutes: 30 },
  }),
  meet('松山市', 'フライブルク市', 'agreed', '2027-08-10', 'naka@desk', {
    ...{
      topics: '姉妹都市の気候計画',
      purpose: '互いの気候計画を読み合った結果をまとめ、共同の宣言の文案を固めます。',
    },
    ...{ at: ['2027-11-12', '15:30', ''], minutes: 30 },
  }),
  meet('川崎市', 'メダン市', 'agreed', '2027-08-16', 'naka@desk', {
    ...{
      topics: '都市間の環境技術の移転',
      purpose: '排水処理の技術協力について、参加する企業の選び方を話し合います。',
    },
    ...{ at: ['2027-11-09', '15:00', ''], minutes: 45 },
  }),
  meet('鳥取県', 'トゥルク市', 'approaching', '2027-09-02', 'naka@desk', {
    ...{
      topics: '学生の相互派遣',
      purpose: '2024年に始めた学生の交流を、隔年の行事として続ける相談をします。',
      due: '2027-10-05',
    },
  }),
  meet('札幌市', 'ポートランド市', 'approaching', '2027-09-06', 'naka@desk', {
    ...{
      topics: '都市の境界と公共交通',
      purpose: '姉妹都市として、まちの広がりを抑える計画の見直しを比べます。',
      due: '2027-10-08',
    },
  }),
  meet('長野県', 'ストラスブール市', 'approaching', '2027-09-07', 'naka@desk', {
    ...{
      topics: '森と生物多様性',
      purpose: '県境を越えて生き物の道をつなぐ計画について、先方の経験を聞きます。',
      due: '2027-10-04',
    },
  }),
  meet('墨田区', 'スラバヤ市', 'approaching', '2027-09-09', 'naka@desk', {
    ...{
      topics: '雨水の利用',
      purpose: '共同の企画のあと、雨水タンクの補助の仕組みを詳しく聞きたいという先方の希望に応えます。',
      due: '2027-10-12',
    },
  }),
  meet('愛知県', 'レンカ市', 'in_triage', '2027-09-17', 'naka@desk', {
    ...{ topics: '工場の脱炭素', purpose: '中小の工場の省エネ診断を広げる方法について、意見を交わします。' },
  }),
  meet('葛飾区', 'メデジン市', 'submitted', '2027-09-24', null, {
    ...{ topics: '緑の回廊と暑さ', purpose: '街路の緑で気温を下げた取り組みを聞き、区の計画に生かします。' },
  }),
  meet('飯田市', 'ケープタウン市', 'submitted', '2027-09-22', null, {
    ...{ topics: '渇水への備え', purpose: '渇水を乗り切った水の使い方の約束について、経験を聞きます。' },
  }),
  meet('佐渡市', 'ナイロビ市', 'needs_info', '2027-09-08', 'naka@desk', {
    ...{
      topics: '生き物と観光',
      purpose: '野生の生き物と観光を両立させる入域の決まりについて話し合います。',
      due: '2027-09-28',
    },
    words:
      '先方から、会談の時間に希望があるかとお尋ねがありました。第2週でお会いできる日を、9月28日17時までにお知らせください。',
  }),
  meet('所沢市', '水原市', 'cancelled', '2027-08-04', 'naka@desk', {
    ...{ topics: '気候市民会議', purpose: 'くじ引きの市民会議を続ける仕組みを比べます。', due: '2027-10-07' },
  }),
  meet('豊田市', 'ポートランド市', 'declined', '2027-08-11', 'naka@desk', {
    ...{ topics: '次世代の交通', purpose: '自動運転の実証について意見を交わします。' },
    words: '先方の代表団が今回は参加しないとのことです。年明けのオンラインでの面談をご提案いただいています。',
  }),
  meet('武蔵野市', 'ボン市', 'withdrawn', '2027-08-18', 'naka@desk', {
    ...{ topics: '市民参加の森づくり', purpose: '小さな森を市民が手入れする仕組みを紹介します。' },
    words: '担当者の派遣を取りやめたため',
  }),
  meet('浜松市', 'ジョホールバル市', 'draft', '2027-09-22', null, {
    ...{ topics: '工業団地の再エネ', purpose: '' },
  }),
];
