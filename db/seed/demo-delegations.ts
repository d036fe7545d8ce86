import { addDays, type Day } from '#shared/time.ts';
import type { PoolName } from './demo-event.ts';
import { type EventFacts, jst, type Making, type Member, memberOf, must } from './demo-making.ts';
import { type FullName, nameFrom, nameOf } from './demo-names.ts';
import { NEEDS, type Need, type Needs } from './demo-needs.ts';

type Level = 'head' | 'deputy' | 'director' | 'officer' | 'interpreter' | 'youth';
export type Holding = 'confirmed' | 'held' | 'none';
export type Person = FullName & {
  id: string;
  member: Member;
  level: Level;
  titleJa: string;
  titleEn: string;
  group: PoolName;
  holding: Holding;
  from: Day;
  to: Day;
};

const DIRECTORS = [
  ['環境局長', 'Director General, Environment Bureau', '環境局'],
  ['環境部長', 'Director, Environment Department', '環境部'],
  ['脱炭素推進担当部長', 'Director for Decarbonisation', '脱炭素推進部'],
  ['国際戦略担当部長', 'Director for International Strategy', '国際局'],
  ['都市整備部長', 'Director, Urban Development Department', '都市整備部'],
] as const;
const OFFICERS = [
  ['環境政策課長', 'Manager, Environmental Policy Division', '環境政策課'],
  ['脱炭素推進課 課長補佐', 'Deputy Manager, Decarbonisation Division', '脱炭素推進課'],
  ['国際交流課 係長', 'Assistant Manager, International Relations Division', '国際交流課'],
  ['気候変動対策課 主査', 'Senior Officer, Climate Change Division', '気候変動対策課'],
  ['資源循環課 主任', 'Officer, Resource Circulation Division', '資源循環課'],
  ['緑政課 主事', 'Officer, Parks and Nature Division', '緑政課'],
  ['政策企画課 主査', 'Senior Officer, Policy Planning Division', '政策企画課'],
] as const;
const PURPOSES = [
  '地域の脱炭素の取り組みを世界の自治体に伝え、連携の相手を見つけます。',
  '姉妹都市との共同の計画を発表し、次の3年の協力を約束します。',
  '国際的な資金の仕組みを学び、来年度の事業の組み立てに生かします。',
  '若い世代の代表とともに参加し、市の長期計画に声を届けます。',
] as const;

/** Toyama’s party as its home page shows it: who, title, days. The others’ names come by number. */
const TOYAMA = [
  ['藤沢ふじさわFUJISAWA 正樹まさきMASAKI', 'head', '市長', 'Mayor', '2027-11-10', '2027-11-12'],
  [
    '石黒いしぐろISHIGURO 誠まことMAKOTO',
    'director',
    '環境部長',
    'Director, Environment Department',
    '2027-11-08',
    '2027-11-13',
  ],
  [
    '高橋たかはしTAKAHASHI 由佳ゆかYUKA',
    'officer',
    '環境政策課 課長補佐',
    'Deputy Manager, Environmental Policy Division',
    '2027-11-07',
    '2027-11-14',
  ],
  [
    '野村のむらNOMURA 拓也たくやTAKUYA',
    'officer',
    '環境政策課 主事',
    'Officer, Environmental Policy Division',
    '2027-11-09',
    '2027-11-13',
  ],
  ['宮田みやたMIYATA 朋子ともこTOMOKO', 'interpreter', '通訳', 'Interpreter', '2027-11-10', '2027-11-12'],
] as const;

const SPAN: Record<PoolName, readonly [Day, Day]> = {
  week1: ['2027-11-08', '2027-11-13'],
  week2: ['2027-11-15', '2027-11-19'],
  green: ['2027-11-08', '2027-11-19'],
  crew: ['2027-11-05', '2027-11-19'],
};

/** The delegations to the coming COP, each person with the days and the place they hold or wish for. */
export function makeDelegations(making: Making): Person[] {
  const event = must(making.events, 'cop32');
  let serial = 0;
  return NEEDS.flatMap((needs, index) => {
    const member = memberOf(making, needs.member);
    const people = partyOf(needs, member, () => serial++);
    keepDelegation(making, event, member, people, PURPOSES[index % PURPOSES.length] ?? '', index);
    return people.map((person) => ({ ...person, ...stayOf(person) }));
  });

  function partyOf(needs: Needs, member: Member, next: () => number): Person[] {
    const groups: [PoolName, Need][] = [
      ['week1', needs.week1],
      ['week2', needs.week2],
      ['green', [needs.green, 0, 0]],
      ['crew', needs.crew],
    ];
    const wanted = groups.flatMap(([group, [confirmed, held, unmet]]) => [
      ...Array.from({ length: confirmed }, () => ({ group, holding: 'confirmed' as Holding })),
      ...Array.from({ length: held }, () => ({ group, holding: 'held' as Holding })),
      ...Array.from({ length: unmet }, () => ({ group, holding: 'none' as Holding })),
    ]);
    return wanted.map((place, index) => {
      const at = jst('2027-06-07', '10:00');
      const base = { id: making.id(at), member, ...place };
      const [from, to] = daysFor(making, place.group, index);
      return { ...base, from, to, ...who(needs, member, index, next) };
    });
  }
}

function who(needs: Needs, member: Member, index: number, next: () => number) {
  const known = member.ja === '富山市' ? TOYAMA[index] : undefined;
  if (known) {
    const [name, level, titleJa, titleEn, from, to] = known;
    return { ...nameFrom(name), level, titleJa, titleEn, from, to };
  }
  const number = next();
  const name = nameOf(number);
  if (index === 0 && needs.head) {
    return { ...name, level: 'head' as Level, titleJa: member.headJa, titleEn: member.headEn };
  }
  if (index === (needs.head ? 1 : 0)) {
    const [titleJa, titleEn] = DIRECTORS[number % DIRECTORS.length] ?? DIRECTORS[0];
    return { ...name, level: 'director' as Level, titleJa, titleEn };
  }
  if (member.ja === '鳥取県' && index > 1) {
    return { ...name, level: 'youth' as Level, titleJa: '大学生（県代表）', titleEn: 'Student delegate' };
  }
  const [titleJa, titleEn] = OFFICERS[number % OFFICERS.length] ?? OFFICERS[0];
  return { ...name, level: 'officer' as Level, titleJa, titleEn };
}

/** Heads come for a few days, the others for most of their week. */
function daysFor({ chance }: Making, group: PoolName, index: number): readonly [Day, Day] {
  const [first, last] = SPAN[group];
  if (group === 'green' || group === 'crew') return [first, last];
  return index % 3 === 2 ? [addDays(first, chance.between(0, 1)), last] : [first, last];
}

/** The days for which a pass is asked lie within its pool. */
function stayOf(person: Person): { from: Day; to: Day } {
  const [first, last] = SPAN[person.group];
  return { from: person.from < first ? first : person.from, to: person.to > last ? last : person.to };
}

/** Writes a delegation and its people. Some do not have their passport yet: their Latin letters are missing. */
export function keepDelegation(
  { add, id }: Making,
  event: EventFacts,
  member: Member,
  people: readonly Person[],
  purpose: string,
  index: number,
): void {
  const madeAt = jst(addDays(event.startsOn, -155 + index), '10:30');
  const delegation = id(madeAt);
  const base = { eventId: event.id, memberId: member.id };
  const minimumParty = Math.min(2, people.length);
  const head = people.find((one) => one.level === 'head') ?? people[0];
  add('delegation', {
    ...base,
    id: delegation,
    purpose,
    headDelegateId: head?.id ?? null,
    minimumParty,
    version: 1,
    createdAt: madeAt,
  });
  people.forEach((person, position) => {
    const { id: delegate, familyName, givenName, familyKana, givenKana, level, titleJa, titleEn } = person;
    const unknown = person.holding === 'none' && position % 4 === 3;
    add('delegate', {
      ...base,
      id: delegate,
      delegationId: delegation,
      ...{ familyName, givenName, familyKana, givenKana, titleJa, titleEn, level },
      familyLatin: unknown ? '' : person.familyLatin,
      givenLatin: unknown ? '' : person.givenLatin,
      section: '',
      email: '',
      arrivesOn: person.from,
      leavesOn: person.to,
      position,
      version: 1,
    });
  });
}
