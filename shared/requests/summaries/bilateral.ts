import { textsIn } from '#shared/text.ts';
import { dualTime, formatDay, JAPAN } from '#shared/time.ts';
import { instantOf } from '#shared/time-zone.ts';
import type { BilateralDetails, FreeWindow } from '../kinds/bilateral.ts';
import { requestTexts } from '../texts.ts';
import { requestWords } from '../words.ts';
import { type PageRows, personLine, rowList } from './rows.ts';
import type { SummaryContext, SummaryLine } from './shape.ts';

/** The answers of a request for a bilateral meeting, in words. */
export function summariseBilateral(details: BilateralDetails, context: SummaryContext): PageRows[] {
  return [
    { step: 'counterpart', rows: counterpart(details, context) },
    { step: 'purpose', rows: purpose(details, context) },
    { step: 'people', rows: people(details, context) },
    { step: 'times', rows: times(details, context) },
  ];
}

function counterpart(details: BilateralDetails, { lang }: SummaryContext) {
  const t = textsIn(requestTexts, lang);
  const words = textsIn(requestWords, lang);
  const { rows, text } = rowList(lang);
  const kind = details.counterpartKind ? words.counterpartKind[details.counterpartKind] : '';
  text('counterpartKind', t.bilateral.counterpartKind, kind, { needed: true });
  text('counterpartName', t.bilateral.counterpartName, details.counterpartName, { needed: true });
  text('counterpartNameEn', t.bilateral.counterpartNameEn, details.counterpartNameEn);
  text('counterpartCountry', t.bilateral.counterpartCountry, details.counterpartCountry, { needed: true });
  text('personWanted', t.bilateral.personWanted, details.personWanted);
  text('levelWanted', t.bilateral.levelWanted, words.level[details.levelWanted]);
  text('secondChoices', t.bilateral.secondChoices, details.secondChoices);
  text('inContact', t.bilateral.inContact, details.inContact ? t.yes : t.no);
  text('relation', t.bilateral.relation, details.relation);
  return rows;
}

function purpose(details: BilateralDetails, { lang }: SummaryContext) {
  const t = textsIn(requestTexts, lang);
  const { rows, text } = rowList(lang);
  text('purpose', t.bilateral.purpose, details.purpose, { needed: true });
  text('wanted', t.bilateral.wanted, details.wanted);
  text('offered', t.bilateral.offered, details.offered);
  text('topics', t.bilateral.topics, details.topics);
  text('sensitive', t.bilateral.sensitive, details.sensitive);
  return rows;
}

function people(details: BilateralDetails, context: SummaryContext) {
  const { lang } = context;
  const t = textsIn(requestTexts, lang);
  const words = textsIn(requestWords, lang);
  const { rows, add, text } = rowList(lang);
  if (details.people.length === 0) text('people', t.bilateral.people, '', { needed: true });
  add(
    'people',
    t.bilateral.people,
    ...details.people.map((id) => personLine(id, context.people, lang, t.unknownPerson)),
  );
  text('ourLevel', t.bilateral.ourLevel, words.level[details.ourLevel]);
  text('interpreter', t.bilateral.interpreter, words.interpreter[details.interpreter]);
  return rows;
}

function times(details: BilateralDetails, { lang, timeZone }: SummaryContext) {
  const t = textsIn(requestTexts, lang);
  const words = textsIn(requestWords, lang);
  const { rows, add, text } = rowList(lang);
  details.windows.forEach((window, index) => {
    add(`window${index + 1}`, t.bilateral.window(index + 1), ...windowLines(window));
  });
  if (details.windows.length === 0) text('window1', t.bilateral.windows, '', { needed: true });
  text('minutes', t.bilateral.minutes, words.minutes(details.minutes));
  text('mode', t.bilateral.mode, words.meetingMode[details.mode]);
  text('placeWish', t.bilateral.placeWish, details.placeWish);
  text('photo', t.bilateral.photo, details.photo ? t.wishes : t.no);
  text('press', t.bilateral.press, words.press[details.press]);
  text('signing', t.bilateral.signing, details.signing ? t.yes : t.no);
  text('gift', t.bilateral.gift, details.gift);
  text('note', t.bilateral.note, details.note);
  return rows;

  function windowLines({ day, from, to }: FreeWindow): SummaryLine[] {
    const venue = `${formatDay(day, lang)}${lang === 'ja' ? '' : ', '}${from.replace(/^0/, '')}–${to.replace(/^0/, '')}`;
    if (timeZone === JAPAN || from >= to) return [{ text: venue }];
    const { japan } = dualTime(instantOf(day, from, timeZone), instantOf(day, to, timeZone), timeZone, lang);
    return [{ text: venue }, { text: t.japanTime(japan), small: true }];
  }
}
