import { personName } from '#shared/clashes/person-name.ts';
import type { PublicSession } from '#shared/schedule/contract.ts';
import type { Voice } from './demo-cities.ts';
import type { Person } from './demo-delegations.ts';
import { type Making, must } from './demo-making.ts';
import { nameOf } from './demo-names.ts';
import type { Placed, Text } from './demo-programme.ts';

/** Where a session speaks to heads of local government. */
const FOR_HEADS = ['首長対話', '開幕対話', '共同の約束', '平和と気候'];
/** Contradictions for the desk to find: these speak on a day for which they have no pass. */
const WITHOUT_PASS: Readonly<Record<string, string>> = { 積雪寒冷地: '下川町', 都市の川に: '板橋区' };
/** Experts have names from here on. */
const EXPERTS_FROM = 1700;
const MODERATORS = [
  ['田所 健', 'Ken Tadokoro'],
  ['中 葵', 'Aoi Naka'],
] as const;

type Role = PublicSession['speakers'][number]['role'];
export type Speaker = {
  person: Person | null;
  role: Role;
  nameJa: string;
  nameEn: string;
  titleJa: string;
  titleEn: string;
  organisationJa: string;
  organisationEn: string;
};

/** Chooses who speaks where, so that nobody is in two places; except where the desk is to find that somebody is. */
export function chooseSpeakers(
  { organisations }: Making,
  people: readonly Person[],
  voices: ReadonlyMap<string, Voice>,
): (session: Placed, order: number) => Speaker[] {
  const busy: { person: Person; day: string; from: number; to: number }[] = [];

  return ({ text, slot }, order) => {
    const speakers = text.hosts.flatMap((host, index) => ofHost(text, slot, host, index, order));
    if (text.hosts.length > 1 && text.minutes >= 45) speakers.push(moderator(order));
    return speakers;
  };

  function ofHost(text: Text, slot: Placed['slot'], host: string, index: number, order: number): Speaker[] {
    const organisation = must(organisations, host);
    const own = { organisationJa: organisation.ja, organisationEn: organisation.en };
    const role: Role = text.theme === 'pavilion' ? 'opening' : index === 0 ? 'keynote' : 'panel';
    if (!organisation.isMember) {
      const voice = voices.get(host);
      if (!voice) return host.startsWith('イクレイ日本') ? [moderator(order)] : [];
      const { name, titleJa, titleEn } = voice;
      return [{ ...own, person: null, role, nameJa: name, nameEn: name, titleJa, titleEn }];
    }
    const chosen = personsFor(text, slot, host);
    if (chosen.length === 0) return [expert(own, role, order)];
    return chosen.map((person, at) => ofPerson(person, at === 0 ? role : 'panel', own));
  }

  function personsFor(text: Text, slot: Placed['slot'], host: string): Person[] {
    const own = people.filter((one) => one.member.ja === host);
    const forced = Object.entries(WITHOUT_PASS).some(([title, who]) => text.ja.startsWith(title) && who === host);
    if (forced) return own.filter((one) => one.holding === 'confirmed').slice(0, 1);
    if (host === '富山市' && text.ja.startsWith('首長対話')) return own.slice(0, 2);
    if (host === '富山市' && text.ja.startsWith('実習')) return own.slice(1, 3);
    const from = slot ? minutesOf(slot.time) : 0;
    const to = from + text.minutes;
    const heads = FOR_HEADS.some((title) => text.ja.startsWith(title));
    const free = own.filter(
      (person) =>
        person.holding !== 'none' &&
        person.group !== 'green' &&
        (heads || person.level !== 'head') &&
        (slot === null || (person.from <= slot.day && slot.day <= person.to)) &&
        !busy.some((one) => one.person === person && one.day === slot?.day && one.from < to && from < one.to),
    );
    const chosen = free.slice(0, text.minutes >= 60 && !heads && text.hosts[0] === host ? 2 : 1);
    if (slot) busy.push(...chosen.map((person) => ({ person, day: slot.day, from, to })));
    return chosen;
  }
}

function ofPerson(person: Person, role: Role, own: Pick<Speaker, 'organisationJa' | 'organisationEn'>): Speaker {
  const { ja: nameJa, en: nameEn } = personName(person);
  return { ...own, person, role, nameJa, nameEn, titleJa: person.titleJa, titleEn: person.titleEn };
}

function moderator(order: number): Speaker {
  const [nameJa, nameEn] = MODERATORS[order % MODERATORS.length] ?? MODERATORS[0];
  const own = { organisationJa: 'イクレイ日本', organisationEn: 'ICLEI Japan' };
  return { ...own, person: null, role: 'moderator', nameJa, nameEn, titleJa: '', titleEn: '' };
}

/** Somebody whose pass does not come through the municipality. */
function expert(own: Pick<Speaker, 'organisationJa' | 'organisationEn'>, role: Role, order: number): Speaker {
  const { ja: nameJa, en: nameEn } = personName(nameOf(EXPERTS_FROM + order));
  return { ...own, person: null, role, nameJa, nameEn, titleJa: '環境アドバイザー', titleEn: 'Environmental Adviser' };
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
