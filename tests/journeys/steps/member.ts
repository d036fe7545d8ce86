import type { Page } from 'playwright-core';
import { delegationTexts } from '#shared/delegations/texts.ts';
import type { Lang } from '#shared/lang.ts';
import { meetingStepTexts } from '#shared/requests/meeting-step-texts.ts';
import { memberTexts } from '#shared/requests/member-texts.ts';
import { stepTexts } from '#shared/requests/step-texts.ts';
import { requestTexts } from '#shared/requests/texts.ts';
import { wizardTexts } from '#shared/requests/wizard-texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { textsIn } from '#shared/text.ts';
import { formatDay } from '#shared/time.ts';
import { sees } from '#tests/support/browser.ts';

export type Kind = 'pass' | 'speaking' | 'bilateral';
export type Made = { id: string; reference: string };

/** A day of the event on which the person, the session and the meeting of these journeys take place. */
export const DAY = '2027-11-09';

export function wordsIn(lang: Lang) {
  return {
    wizard: textsIn(wizardTexts, lang),
    steps: textsIn(stepTexts, lang),
    meeting: textsIn(meetingStepTexts, lang),
    names: textsIn(requestTexts, lang),
    words: textsIn(requestWords, lang),
    page: textsIn(memberTexts, lang).page,
    person: textsIn(delegationTexts, lang),
  };
}

/** A name at the beginning of an accessible name, which often goes on with a hint or a key. */
export function starts(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

/** Begins a request and answers with its id. */
export async function begin(page: Page, lang: Lang, kind: Kind): Promise<string> {
  const { wizard, words } = wordsIn(lang);
  await page.goto('/requests/new');
  await page.getByRole('radio', { name: starts(words.kind[kind]) }).check();
  await page.getByRole('button', { name: wizard.choose.begin }).click();
  await page.waitForURL(/\/requests\/[^/]+\/edit\//);
  // The first page of a wish to speak asks which call it answers; none of them is an answer too.
  if (kind === 'speaking') await next(page, lang, 'content');
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}

/** Saves the page of the wizard and goes on to the one with this name in its address. */
export async function next(page: Page, lang: Lang, step: string): Promise<void> {
  await page.getByRole('button', { name: wordsIn(lang).wizard.next }).click();
  await page.waitForURL((url) => url.pathname.endsWith(`/edit/${step}`));
}

/** The whole label of a field, marked as required or not. */
function labelled(label: string): RegExp {
  const marks = [shellTexts.ja.required, shellTexts.en.required].join('|');
  return new RegExp(`${starts(label).source}\\s*(${marks})?$`);
}

export async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: labelled(label) }).fill(text);
}

export async function select(page: Page, label: string, value: string): Promise<void> {
  await page.getByRole('combobox', { name: labelled(label) }).selectOption(value);
}

/** Adds a person to the delegation without leaving the wizard. */
export async function addPerson(page: Page, lang: Lang, family: string): Promise<void> {
  const { wizard, person } = wordsIn(lang);
  await page.getByRole('button', { name: wizard.people.add }).click();
  await fill(page, person.familyName, family);
  await fill(page, person.givenName, '美月');
  await fill(page, person.familyKana, 'かみいち');
  await fill(page, person.givenKana, 'みつき');
  await fill(page, person.titleJa, '主事');
  await select(page, person.levelLabel, 'officer');
  await select(page, person.arrivesOn, '2027-11-08');
  await select(page, person.leavesOn, '2027-11-10');
  await page.getByRole('dialog').getByRole('button', { name: person.save }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** The last page: agrees, and presses the button twice as hasty people do. Answers with the reference. */
export async function submit(page: Page, lang: Lang, kind: Kind): Promise<string> {
  const { wizard } = wordsIn(lang);
  await page.getByRole('heading', { name: wizard.check.title }).waitFor();
  await page.getByRole('checkbox', { name: wizard.check.agreed }).check();
  await page.getByRole('button', { name: wizard.check.submit }).dblclick();
  await page.getByRole('heading', { name: wizard.done.title[kind] }).waitFor();
  const text =
    (await page
      .getByText(/COP32-[A-Z]-\d+/)
      .first()
      .textContent()) ?? '';
  return /COP32-[A-Z]-\d+/.exec(text)?.[0] ?? '';
}

export async function askForPasses(page: Page, lang: Lang, family: string): Promise<Made> {
  const { names, steps, words } = wordsIn(lang);
  const id = await begin(page, lang, 'pass');
  await addPerson(page, lang, family);
  await next(page, lang, 'days');
  await page.getByRole('radio', { name: starts(words.zone.green) }).check();
  await select(page, steps.pass.days.first, DAY);
  await select(page, steps.pass.days.last, DAY);
  await next(page, lang, 'purpose');
  await fill(page, names.pass.purpose, '公共交通の取り組みを発信し、姉妹都市と話します。');
  await next(page, lang, 'check');
  return { id, reference: await submit(page, lang, 'pass') };
}

/** The first page of a speaking request. */
export async function fillContent(page: Page, lang: Lang, title: { ja: string; en: string }): Promise<void> {
  const { names } = wordsIn(lang);
  await select(page, names.speaking.role, 'host');
  await fill(page, names.speaking.titleJa, title.ja);
  await fill(page, names.speaking.titleEn, title.en);
  await fill(page, names.speaking.abstractJa, '路面電車を軸にした街づくりの成果を、指標とともに紹介します。');
  await fill(page, names.speaking.abstractEn, 'What a city gains when its trams come first, shown in numbers.');
  await select(page, names.speaking.theme, 'energy');
}

/** Presses a cell of the picker of wished times. */
export async function wishFor(page: Page, lang: Lang, day: string, part: 'morning' | 'midday'): Promise<void> {
  const { steps, words } = wordsIn(lang);
  const t = steps.speaking.times;
  await page.getByRole('button', { name: starts(t.cell(formatDay(day, lang), words.dayPart[part])) }).click();
}

/** From the page of speakers on to the end. */
export async function finishSpeaking(page: Page, lang: Lang): Promise<string> {
  await page.getByRole('button', { name: wordsIn(lang).steps.speaking.speakers.addTbd }).click();
  await next(page, lang, 'practical');
  await next(page, lang, 'check');
  return submit(page, lang, 'speaking');
}

export async function askForMeeting(page: Page, lang: Lang, family: string, counterpart: string): Promise<Made> {
  const { names, meeting } = wordsIn(lang);
  const id = await begin(page, lang, 'bilateral');
  await select(page, names.bilateral.counterpartKind, 'city');
  await fill(page, names.bilateral.counterpartName, counterpart);
  await fill(page, names.bilateral.counterpartCountry, 'インドネシア');
  await next(page, lang, 'purpose');
  await fill(page, names.bilateral.purpose, '水上交通の電化について意見を交わします。');
  await next(page, lang, 'people');
  await page.getByRole('checkbox', { name: starts(family) }).check();
  await next(page, lang, 'times');
  await page.getByRole('button', { name: meeting.times.add }).click();
  await select(page, meeting.times.day, DAY);
  await next(page, lang, 'check');
  return { id, reference: await submit(page, lang, 'bilateral') };
}

/** Answers what the office asked, on the page of the request. */
export async function answer(page: Page, lang: Lang, id: string, text: string): Promise<void> {
  const t = wordsIn(lang).page;
  await page.goto(`/requests/${id}`);
  await fill(page, t.answer, text);
  await page.getByRole('button', { name: t.sendAnswer }).click();
  await sees(page, t.answered);
}
