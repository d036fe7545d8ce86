import { textsIn } from '#shared/text.ts';
import { formatDay, JAPAN } from '#shared/time.ts';
import { type SpeakingDetails, wordCount } from '../kinds/speaking.ts';
import { requestTexts } from '../texts.ts';
import { partInJapan } from '../wished-time.ts';
import { requestWords } from '../words.ts';
import { type PageRows, personLine, rowList } from './rows.ts';
import type { SummaryContext, SummaryLine } from './shape.ts';

/** The answers of a request for a speaking slot, in words. */
export function summariseSpeaking(details: SpeakingDetails, context: SummaryContext): PageRows[] {
  return [
    { step: 'content', rows: content(details, context) },
    { step: 'times', rows: times(details, context) },
    { step: 'speakers', rows: speakers(details, context) },
    { step: 'practical', rows: practical(details, context) },
  ];
}

function content(details: SpeakingDetails, { lang }: SummaryContext) {
  const t = textsIn(requestTexts, lang);
  const words = textsIn(requestWords, lang);
  const { rows, add, text } = rowList(lang);
  text('role', t.speaking.role, details.role ? words.speakingRole[details.role] : '', { needed: true });
  const titles: SummaryLine[] = [
    { text: details.titleJa || t.notAnswered, lang: 'ja' },
    { text: details.titleEn || t.notAnswered, lang: 'en', small: true },
  ];
  add('title', t.speaking.title, ...titles);
  text('abstractJa', t.speaking.abstractJa, details.abstractJa, { in: 'ja', needed: details.abstractEn === '' });
  if (details.abstractEn !== '') {
    const count: SummaryLine = { text: t.words(wordCount(details.abstractEn)), small: true };
    add('abstractEn', t.speaking.abstractEn, { text: details.abstractEn, lang: 'en' }, count);
  }
  text('theme', t.speaking.theme, details.theme ? words.theme[details.theme] : '', { needed: true });
  text('novelty', t.speaking.novelty, details.novelty);
  text('policyLink', t.speaking.policyLink, details.policyLink);
  return rows;
}

function times(details: SpeakingDetails, { lang, timeZone }: SummaryContext) {
  const t = textsIn(requestTexts, lang);
  const words = textsIn(requestWords, lang);
  const { rows, add, text } = rowList(lang);
  details.wishes.forEach((wish, index) => {
    const venue = `${formatDay(wish.day, lang)}${lang === 'ja' ? '' : ', '}${words.dayPart[wish.part]}`;
    const japan: SummaryLine[] =
      timeZone === JAPAN ? [] : [{ text: t.japanTime(partInJapan(wish, timeZone, lang)), small: true }];
    add(`wish${index + 1}`, t.speaking.wish(index + 1), { text: venue }, ...japan);
  });
  if (details.wishes.length === 0) text('wish1', t.speaking.wishes, '', { needed: true });
  const shape = [words.format[details.format], words.minutes(details.minutes)].join(t.join);
  text('format', t.speaking.formatAndMinutes, shape);
  text('noGo', t.speaking.noGo, details.noGo);
  return rows;
}

function speakers(details: SpeakingDetails, { lang, people }: SummaryContext) {
  const t = textsIn(requestTexts, lang);
  const words = textsIn(requestWords, lang);
  const { rows, add, text } = rowList(lang);
  details.speakers.forEach((speaker, index) => {
    const marks = [
      t.speaking.speaksIn(words.speechLang[speaker.language]),
      speaker.photo ? t.speaking.photoOk : '',
    ].filter(Boolean);
    const bio: SummaryLine[] = speaker.bioEn ? [{ text: speaker.bioEn, lang: 'en', small: true }] : [];
    add(
      `speaker${index + 1}`,
      t.speaking.speaker(index + 1),
      personLine(speaker.delegateId, people, lang, t.speaking.speakerTbd),
      { text: marks.join(t.join), small: true },
      ...bio,
    );
  });
  if (details.speakers.length === 0) text('speaker1', t.speaking.speakers, '', { needed: true });
  text('headSpeaks', t.speaking.headSpeaks, details.headSpeaks ? t.yes : t.no);
  text('mode', t.speaking.mode, words.speakingMode[details.mode]);
  return rows;
}

function practical(details: SpeakingDetails, { lang }: SummaryContext) {
  const t = textsIn(requestTexts, lang);
  const words = textsIn(requestWords, lang);
  const { rows, text } = rowList(lang);
  const chosen = (pairs: [boolean, string][]) =>
    pairs
      .filter(([on]) => on)
      .map(([, label]) => label)
      .join(t.list) || t.none;
  text('interpretation', t.speaking.interpretation, words.interpretation[details.interpretation]);
  const equipment = chosen([
    [details.slides, t.speaking.slides],
    [details.videoWithSound, t.speaking.videoWithSound],
    [details.ownComputer, t.speaking.ownComputer],
  ]);
  text('equipment', t.speaking.equipment, equipment);
  text('equipmentNote', t.speaking.equipmentNote, details.equipment);
  const consent = chosen([
    [details.mayStream, t.speaking.mayStream],
    [details.mayRecord, t.speaking.mayRecord],
    [details.mayPhotograph, t.speaking.mayPhotograph],
    [details.mayPublishSlides, t.speaking.mayPublishSlides],
  ]);
  text('consent', t.speaking.consent, consent);
  text('approval', t.speaking.approval, words.approval[details.approval]);
  text('note', t.speaking.note, details.note);
  return rows;
}
