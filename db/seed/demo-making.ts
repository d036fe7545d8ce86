import { type Day, JAPAN } from '#shared/time.ts';
import { instantOf } from '#shared/time-zone.ts';
import type { Add } from './demo-rows.ts';
import type { Chance } from './random.ts';

/** The day from which the demonstration is seen: 45 days before COP32, ten in the morning at the office. */
export const DEMO_DAY = '2027-09-24';
export const DEMO_START = new Date('2027-09-24T10:00:00+09:00');

export type Place = { id: string; ja: string; en: string };
export type Member = Place & { slug: string; kana: string; headJa: string; headEn: string };
export type Organisation = Place & { isMember: boolean; countryJa: string; countryEn: string };
export type EventFacts = {
  id: string;
  slug: string;
  shortName: string;
  startsOn: Day;
  endsOn: Day;
  timeZone: string;
};
export type Account = { id: string; role: string; name: string; memberId: string | null };
/** A deadline of our own, as the due rules look at it. */
export type InternalDeadline = { eventId: string; kind: string; dueAt: Date };

/** What everything in the demonstration is made with, and what the earlier parts hand to the later ones. */
export type Making = {
  add: Add;
  id: (at: Date) => string;
  chance: Chance;
  members: readonly Member[];
  organisations: Map<string, Organisation>;
  events: Map<string, EventFacts>;
  /** By the part before the @ and the first letters of the domain: `staff@desk`, `toyama@member`. */
  accounts: Map<string, Account>;
  internalDeadlines: InternalDeadline[];
  /** The wall clock, for what is sent. */
  realNow: Date;
};

/** An instant on Japan's clock. */
export function jst(day: Day, time: string): Date {
  return instantOf(day, time, JAPAN);
}

/** The entry of a map that must be there. */
export function must<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the demonstration knows no ${String(key)}`);
  return value;
}

export function memberOf({ members }: Pick<Making, 'members'>, ja: string): Member {
  const member = members.find((one) => one.ja === ja);
  if (!member) throw new Error(`the demonstration knows no member ${ja}`);
  return member;
}

/** Who of a municipality writes in the demonstration. */
export function writerOf({ accounts }: Pick<Making, 'accounts'>, member: Member): Account {
  return must(accounts, `${member.slug}@member`);
}
