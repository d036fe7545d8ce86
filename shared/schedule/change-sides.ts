import { type Bilingual, inLang, type Lang } from '#shared/lang.ts';
import { requestWords } from '#shared/requests/words.ts';
import { textsIn } from '#shared/text.ts';
import { dualTime, formatShortDay } from '#shared/time.ts';
import type { Change } from './change-contract.ts';
import { changeSideTexts } from './change-side-texts.ts';
import type { PublicSession } from './contract.ts';
import { publicTexts } from './public-texts.ts';
import { partsDifference } from './release-changes.ts';

/** What was and what is, in words; where both would be too long to read, only a note of what happened. */
export type Sides = { from: string | null; to: string | null; note: string | null };

type Words = ReturnType<typeof wordsIn>;

/** A change in words, with the clocks of the venue's zone and of Japan, each named. */
export function changeSides(change: Change, lang: Lang, zone: string): Sides {
  const w = wordsIn(lang);
  switch (change.kind) {
    case 'added':
      return { from: null, to: place(change.to, w), note: null };
    case 'removed':
      return { from: place(change.from, w), to: null, note: null };
    case 'cancelled':
    case 'restored':
    case 'abstract':
    case 'notices':
    case 'other':
      return { from: null, to: null, note: w.t.notes[change.kind] };
    case 'moved':
      return sides(clock(change.from.startsAt, zone, w), clock(change.to.startsAt, zone, w));
    case 'length':
      return sides(w.t.minutes(change.from), w.t.minutes(change.to));
    case 'room':
      return sides(roomWords(change.from, w), roomWords(change.to, w));
    case 'title':
      return sides(change.from && say(change.from, w), change.to && say(change.to, w));
    case 'speakers':
      return { from: null, to: null, note: speakersWords(change.from, change.to, w) };
    case 'hosts':
      return sides(namesOf(change.from, w), namesOf(change.to, w));
    case 'streamUrl':
      return sides(change.from, change.to);
    case 'language':
      return sides(change.from && w.names.speechLang[change.from], change.to && w.names.speechLang[change.to]);
    case 'interpretation':
      return sides(change.from && w.names.interpretation[change.from], change.to && w.names.interpretation[change.to]);
    case 'theme':
      return sides(change.from && w.names.theme[change.from], change.to && w.names.theme[change.to]);
    case 'format':
      return sides(change.from && w.names.format[change.from], change.to && w.names.format[change.to]);
  }
}

function wordsIn(lang: Lang) {
  const roles = textsIn(publicTexts, lang).role;
  return { lang, t: textsIn(changeSideTexts, lang), names: textsIn(requestWords, lang), roles };
}

function sides(from: string | null | undefined, to: string | null | undefined): Sides {
  return { from: from || null, to: to || null, note: null };
}

function say(text: Bilingual, { lang }: Words): string {
  return inLang(text, lang).text;
}

function clock(startsAt: string, zone: string, { lang, t }: Words): string {
  const { venue, japan } = dualTime(startsAt, null, zone, lang);
  return t.clocks(formatShortDay(startsAt, lang, zone), venue, japan);
}

function place(session: PublicSession, w: Words): string {
  return `${clock(session.startsAt, session.room.timeZone, w)} ${roomWords(session.room, w)}`;
}

function roomWords(room: PublicSession['room'] | undefined, w: Words): string {
  return room ? [say(room.name, w), room.area].filter(Boolean).join(' ') : '';
}

function namesOf(parts: readonly { name: Bilingual }[] | undefined, w: Words): string {
  return (parts ?? []).map(({ name }) => say(name, w)).join(w.t.between);
}

function speakersWords(
  from: PublicSession['speakers'] | undefined,
  to: PublicSession['speakers'] | undefined,
  w: Words,
) {
  const { joined, left, changed } = partsDifference(from, to);
  const named = (people: PublicSession['speakers']) =>
    people.map((person) => w.t.person(say(person.name, w), w.roles[person.role])).join(w.t.between);
  const said = [
    joined.length > 0 ? w.t.joined(named(joined)) : '',
    left.length > 0 ? w.t.left(named(left)) : '',
    changed.length > 0 ? w.t.changed(named(changed.map((one) => one.to))) : '',
  ].filter(Boolean);
  return said.join(w.t.stop) || w.t.order;
}
