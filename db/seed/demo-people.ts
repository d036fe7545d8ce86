import { type Account, jst, type Making, type Member, memberOf } from './demo-making.ts';
import { nameOf } from './demo-names.ts';

type Row = readonly [
  email: string,
  name: string,
  nameEn: string,
  section: string,
  role: string,
  shown: boolean,
  member?: string,
];

/** Fictional, all of them. `shown` are the ones the sign-in page offers. */
const PEOPLE: readonly Row[] = [
  ['admin@desk.example', '岸本 悟', 'Satoru Kishimoto', '管理', 'staff_admin', true],
  ['staff@desk.example', '森 千尋', 'Chihiro Mori', '事務局 調整担当', 'staff_coordinator', true],
  ['registrar@desk.example', '林 直人', 'Naoto Hayashi', '事務局 登録担当', 'registrar', true],
  ['auditor@desk.example', '堀 美咲', 'Misaki Hori', '監査', 'auditor', true],
  ['tadokoro@desk.example', '田所 健', 'Ken Tadokoro', '事務局 受付担当', 'staff_triager', false],
  ['naka@desk.example', '中 葵', 'Aoi Naka', '事務局 会談担当', 'staff_coordinator', false],
  ['toyama@member.example', '高橋 由佳', 'Yuka Takahashi', '環境政策課', 'member_manager', true, '富山市'],
  ['toyama-editor@member.example', '野村 拓也', 'Takuya Nomura', '環境政策課', 'member_editor', true, '富山市'],
  ['shimokawa@member.example', '北村 史織', 'Shiori Kitamura', '環境未来都市推進係', 'member_manager', true, '下川町'],
  ['yokohama@member.example', '早川 亮', 'Ryo Hayakawa', '国際連携課', 'member_manager', true, '横浜市'],
];
const SECTIONS = ['環境政策課', '脱炭素推進課', '国際交流課', '気候変動対策課', '環境企画課'] as const;
/** Names from here on are those of the officers; the delegates' begin at 0. */
const OFFICERS_FROM = 1500;
const BEGAN = jst('2024-05-13', '10:00');

/** The accounts of the office and of every member; one password for all, and no mail ever leaves. */
export function makeAccounts(making: Making, passwordHash: string): void {
  for (const [email, name, nameEn, section, role, shown, ja] of PEOPLE) {
    const member = ja === undefined ? null : memberOf(making, ja);
    keep(making, { email, name, nameEn, section, role, demo: shown, member }, passwordHash);
  }
  making.members
    .filter((member) => !PEOPLE.some((row) => row[6] === member.ja))
    .forEach((member, index) => {
      const person = nameOf(OFFICERS_FROM + index);
      const inCapitals = (latin: string) => latin.charAt(0) + latin.slice(1).toLowerCase();
      const name = `${person.familyName} ${person.givenName}`;
      const nameEn = `${inCapitals(person.givenLatin)} ${inCapitals(person.familyLatin)}`;
      const section = SECTIONS[index % SECTIONS.length] ?? '';
      const email = `${member.slug}@member.example`;
      keep(making, { email, name, nameEn, section, role: 'member_manager', demo: false, member }, passwordHash);
    });
}

type Person = {
  email: string;
  name: string;
  nameEn: string;
  section: string;
  role: string;
  demo: boolean;
  member: Member | null;
};

function keep(making: Making, { member, ...person }: Person, passwordHash: string): void {
  const id = making.id(BEGAN);
  const memberId = member?.id ?? null;
  making.add('account', {
    id,
    ...person,
    memberId,
    lang: 'ja',
    state: 'active',
    passwordHash,
    hotkeys: true,
    version: 1,
    createdAt: BEGAN,
  });
  const account: Account = { id, role: person.role, name: person.name, memberId };
  making.accounts.set(person.email.replace('.example', ''), account);
}
