/** Places of a group: how many hold one, how many are offered one, and how many more wish for one. */
export type Need = readonly [confirmed: number, held: number, unmet: number];
export type Needs = { member: string; head: boolean; week1: Need; week2: Need; green: number; crew: Need };

const row = (member: string, head: boolean, week1: Need, week2: Need, green = 0, crew: Need = [0, 0, 0]): Needs => ({
  member,
  head,
  week1,
  week2,
  green,
  crew,
});

/** What each municipality wishes for the coming COP, and what of it it has: the first two pools are nearly full. */
export const NEEDS: readonly Needs[] = [
  row('下川町', false, [0, 0, 1], [1, 0, 1]),
  row('板橋区', false, [1, 0, 0], [0, 0, 1]),
  row('愛知県', false, [1, 0, 1], [1, 0, 1], 6),
  row('浜松市', false, [1, 0, 1], [1, 0, 1]),
  row('佐渡市', false, [1, 0, 1], [1, 0, 1]),
  row('京都市', true, [2, 0, 2], [2, 0, 1], 6),
  row('川崎市', false, [2, 0, 0], [1, 0, 2], 4),
  row('広島市', true, [2, 0, 1], [1, 1, 0], 4, [0, 2, 0]),
  row('福島県', false, [1, 0, 1], [2, 0, 1]),
  row('富山市', true, [2, 1, 0], [0, 0, 0], 2),
  row('鳥取県', false, [1, 0, 0], [1, 0, 1]),
  row('岡山市', false, [1, 0, 1], [1, 0, 0]),
  row('松山市', false, [1, 0, 0], [1, 0, 1]),
  row('飯田市', false, [1, 0, 1], [1, 0, 0]),
  row('葛飾区', false, [1, 0, 1], [1, 0, 0]),
  row('所沢市', false, [1, 0, 1], [1, 0, 0]),
  row('名古屋市', false, [2, 0, 1], [2, 0, 1], 6),
  row('横浜市', true, [3, 0, 1], [2, 0, 1], 8, [3, 0, 0]),
  row('札幌市', false, [2, 0, 0], [1, 0, 1], 5),
  row('さいたま市', true, [1, 1, 0], [2, 0, 0], 7, [3, 0, 0]),
  row('長野県', false, [1, 0, 1], [2, 0, 0], 6),
  row('東京都', true, [4, 0, 1], [3, 0, 1], 6, [2, 0, 0]),
  row('北九州市', false, [3, 0, 1], [3, 0, 0], 6, [2, 0, 0]),
  row('墨田区', false, [2, 0, 0], [0, 0, 0]),
  row('武蔵野市', false, [1, 0, 0], [1, 0, 0]),
  row('豊田市', false, [1, 0, 0], [2, 0, 0]),
  row('神戸市', false, [2, 0, 0], [2, 0, 0], 5),
];

/** Two closed COPs: per municipality, people who wished for a pass and people who got one. */
export const PAST_NEEDS: Record<string, readonly (readonly [member: string, wished: number, got: number])[]> = {
  cop29: [
    ...([
      ['東京都', 6, 5],
      ['さいたま市', 5, 4],
      ['横浜市', 5, 5],
      ['京都市', 4, 4],
      ['富山市', 3, 2],
    ] as const),
    ...([
      ['神戸市', 3, 2],
      ['広島市', 3, 3],
      ['北九州市', 4, 3],
      ['名古屋市', 3, 2],
      ['川崎市', 3, 2],
    ] as const),
    ...([
      ['札幌市', 2, 2],
      ['愛知県', 3, 2],
      ['長野県', 2, 1],
      ['板橋区', 2, 1],
      ['飯田市', 2, 1],
    ] as const),
    ...([
      ['岡山市', 2, 2],
      ['鳥取県', 3, 2],
      ['下川町', 2, 1],
      ['豊田市', 2, 2],
      ['福島県', 2, 1],
    ] as const),
  ],
  cop30: [
    ...([
      ['東京都', 5, 4],
      ['さいたま市', 3, 2],
      ['横浜市', 4, 3],
      ['京都市', 3, 3],
      ['富山市', 4, 3],
    ] as const),
    ...([
      ['神戸市', 3, 3],
      ['広島市', 3, 2],
      ['北九州市', 3, 3],
      ['名古屋市', 4, 3],
      ['川崎市', 2, 2],
    ] as const),
    ...([
      ['札幌市', 2, 1],
      ['愛知県', 2, 1],
      ['長野県', 2, 2],
      ['葛飾区', 2, 1],
      ['所沢市', 2, 1],
    ] as const),
    ...([
      ['松山市', 3, 2],
      ['浜松市', 2, 1],
      ['下川町', 2, 1],
      ['武蔵野市', 2, 2],
      ['佐渡市', 2, 1],
    ] as const),
    ...([
      ['墨田区', 2, 2],
      ['岡山市', 2, 1],
    ] as const),
  ],
};
