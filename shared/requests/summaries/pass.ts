import { textsIn } from '#shared/text.ts';
import { formatDay } from '#shared/time.ts';
import type { PassDetails } from '../kinds/pass.ts';
import { requestTexts } from '../texts.ts';
import { requestWords } from '../words.ts';
import { type PageRows, personLine, rowList } from './rows.ts';
import type { SummaryContext, SummaryLine } from './shape.ts';

/** The answers of a request for passes, in words. */
export function summarisePass(details: PassDetails, { lang, people }: SummaryContext): PageRows[] {
  const t = textsIn(requestTexts, lang);
  const words = textsIn(requestWords, lang);
  const who = rowList(lang);
  const lines = details.people.flatMap((person): SummaryLine[] => {
    const marks = [person.reserve ? t.pass.reserve : '', person.elsewhere ? t.pass.elsewhere : ''].filter(Boolean);
    const name = personLine(person.delegateId, people, lang, t.unknownPerson);
    return marks.length > 0 ? [name, { text: marks.join(t.list), small: true }] : [name];
  });
  if (lines.length > 0) who.add('people', t.pass.people, ...lines);
  else who.text('people', t.pass.people, '', { needed: true });
  who.text('minimumParty', t.pass.minimumParty, words.people(details.minimumParty));

  const when = rowList(lang);
  when.text('zone', t.pass.zone, details.zone ? words.zone[details.zone] : '', { needed: true });
  const days = details.people.flatMap((person): SummaryLine[] => [
    personLine(person.delegateId, people, lang, t.unknownPerson),
    {
      text: person.from && person.to ? `${formatDay(person.from, lang)}–${formatDay(person.to, lang)}` : t.notAnswered,
      small: true,
    },
  ]);
  when.add('days', t.pass.days, ...days);

  const why = rowList(lang);
  why.text('purpose', t.pass.purpose, details.purpose, { needed: true });
  why.text('onlyWithSpeaking', t.pass.onlyWithSpeaking, details.onlyWithSpeaking ? t.yes : t.no);
  why.text('fundingNote', t.pass.fundingNote, details.fundingNote);
  why.text('note', t.pass.note, details.note);
  return [
    { step: 'people', rows: who.rows },
    { step: 'days', rows: when.rows },
    { step: 'purpose', rows: why.rows },
  ];
}
