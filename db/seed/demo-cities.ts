import { jst, type Making } from './demo-making.ts';

/** Real cities and bodies that the demonstration's members work with; who speaks for them is made up. */
const CITIES = [
  [
    'スラバヤ市',
    'Surabaya',
    'インドネシア',
    'Indonesia',
    'Asia/Jakarta',
    'Siti Rahayu',
    '開発計画局長',
    'Head of Development Planning',
  ],
  [
    'フライブルク市',
    'Freiburg',
    'ドイツ',
    'Germany',
    'Europe/Berlin',
    'Jonas Keller',
    '環境担当副市長',
    'Deputy Mayor for the Environment',
  ],
  [
    'ボン市',
    'Bonn',
    'ドイツ',
    'Germany',
    'Europe/Berlin',
    'Miriam Vogt',
    '国際部長',
    'Director, International Affairs',
  ],
  [
    'ロッテルダム市',
    'Rotterdam',
    'オランダ',
    'Netherlands',
    'Europe/Amsterdam',
    'Pieter de Graaf',
    '港湾気候担当部長',
    'Director, Port and Climate',
  ],
  [
    'レンカ市',
    'Renca',
    'チリ',
    'Chile',
    'America/Santiago',
    'Camila Fuentes',
    '環境局長',
    'Director of the Environment',
  ],
  [
    'ジョホールバル市',
    'Johor Bahru',
    'マレーシア',
    'Malaysia',
    'Asia/Kuala_Lumpur',
    'Nurul Hassan',
    '持続可能性担当部長',
    'Director of Sustainability',
  ],
  [
    'メデジン市',
    'Medellín',
    'コロンビア',
    'Colombia',
    'America/Bogota',
    'Andrés Castaño',
    '環境局長',
    'Secretary for the Environment',
  ],
  [
    'アディスアベバ市',
    'Addis Ababa',
    'エチオピア',
    'Ethiopia',
    'Africa/Addis_Ababa',
    'Hana Tesfaye',
    '環境保護局長',
    'Head of Environmental Protection',
  ],
  [
    'メダン市',
    'Medan',
    'インドネシア',
    'Indonesia',
    'Asia/Jakarta',
    'Budi Siregar',
    '環境局次長',
    'Deputy Head, Environment Agency',
  ],
  [
    'セブ市',
    'Cebu City',
    'フィリピン',
    'Philippines',
    'Asia/Manila',
    'Maria Villanueva',
    '市計画官',
    'City Planning Officer',
  ],
  [
    'トゥルク市',
    'Turku',
    'フィンランド',
    'Finland',
    'Europe/Helsinki',
    'Aino Lehtonen',
    '気候部長',
    'Climate Director',
  ],
  [
    '昆明市',
    'Kunming',
    '中国',
    'China',
    'Asia/Shanghai',
    'Lin Yue',
    '外事弁公室副主任',
    'Deputy Director, Foreign Affairs',
  ],
  ['水原市', 'Suwon', '韓国', 'Republic of Korea', 'Asia/Seoul', 'Jiwon Han', '気候政策課長', 'Head of Climate Policy'],
  [
    'マルメ市',
    'Malmö',
    'スウェーデン',
    'Sweden',
    'Europe/Stockholm',
    'Elsa Nyberg',
    '環境戦略官',
    'Environment Strategist',
  ],
  [
    'ケープタウン市',
    'Cape Town',
    '南アフリカ',
    'South Africa',
    'Africa/Johannesburg',
    'Thandi Mokoena',
    '水・気候担当部長',
    'Director, Water and Climate',
  ],
  [
    'ナイロビ市',
    'Nairobi',
    'ケニア',
    'Kenya',
    'Africa/Nairobi',
    'Grace Wanjiku',
    '緑化担当局長',
    'County Executive for Green Nairobi',
  ],
  [
    'ストラスブール市',
    'Strasbourg',
    'フランス',
    'France',
    'Europe/Paris',
    'Claire Dumont',
    '生物多様性担当課長',
    'Head of Biodiversity',
  ],
  [
    'ポートランド市',
    'Portland',
    'アメリカ',
    'United States',
    'America/Los_Angeles',
    'Emily Carter',
    '計画局長',
    'Director of Planning',
  ],
] as const;
const BODIES = [
  ['環境省', 'Ministry of the Environment, Japan', '日本', 'Japan', 'Asia/Tokyo', 'ministry'],
  ['国連ハビタット', 'UN-Habitat', 'ケニア', 'Kenya', 'Africa/Nairobi', 'un_body'],
  ['世界気候エネルギー首長誓約', 'Global Covenant of Mayors', 'ベルギー', 'Belgium', 'Europe/Brussels', 'network'],
] as const;

export type Voice = { name: string; titleJa: string; titleEn: string };

/** Adds the counterparts to the organisations, and answers who speaks for which city. */
export function makeCounterparts({ add, id, organisations }: Making): Map<string, Voice> {
  const at = jst('2024-06-03', '10:00');
  const keep = (kind: string, ja: string, en: string, countryJa: string, countryEn: string, timeZone: string) => {
    const one = { id: id(at), nameJa: ja, nameEn: en, countryJa, countryEn };
    add('organisation', { ...one, kind, timeZone, kana: '', formalNameEn: '', website: '', version: 1, createdAt: at });
    organisations.set(ja, { id: one.id, ja, en, isMember: false, countryJa, countryEn });
  };
  const voices = new Map<string, Voice>();
  for (const [ja, en, countryJa, countryEn, zone, name, titleJa, titleEn] of CITIES) {
    keep('city', ja, en, countryJa, countryEn, zone);
    voices.set(ja, { name, titleJa, titleEn });
  }
  for (const [ja, en, countryJa, countryEn, zone, kind] of BODIES) keep(kind, ja, en, countryJa, countryEn, zone);
  return voices;
}
