import { describe, expect, test } from 'vitest';
import type { Lang } from '#shared/lang.ts';
import { verdictTexts } from '#shared/requests/verdict-texts.ts';
import { schedulePolicyTexts } from '#shared/schedule/policy-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { textsIn } from '#shared/text.ts';
import { expectQuiet, isAt, PEOPLE, sees, useJourney } from '#tests/support/browser.ts';
import { allotPlaces, approve, arrangeMeeting, find, judge, makeAndPlace, release, startAndAsk } from './steps/desk.ts';
import {
  answer,
  askForMeeting,
  askForPasses,
  begin,
  DAY,
  fillContent,
  finishSpeaking,
  type Made,
  next,
  wishFor,
  wordsIn,
} from './steps/member.ts';

const journey = useJourney();

type Case = { lang: Lang; family: string; title: { ja: string; en: string }; counterpart: string; time: string };
const CASES: Case[] = [
  {
    lang: 'ja',
    family: '上市',
    title: { ja: '路面電車と暮らす街の十五年', en: 'Fifteen years of living with trams' },
    counterpart: 'メダン市',
    time: '14:30',
  },
  {
    lang: 'en',
    family: '滑川',
    title: { ja: '電車通りの木陰を増やす', en: 'Shade along the tram lines' },
    counterpart: 'セブ市',
    time: '16:00',
  },
];

describe.each(CASES)('in $lang, from the wish to the public page', ({ lang, family, title, counterpart, time }) => {
  const made: Partial<Record<'pass' | 'speaking' | 'bilateral', Made>> = {};
  const of = (kind: keyof typeof made): Made => {
    const found = made[kind];
    if (!found) throw new Error(`The request for ${kind} was not made.`);
    return found;
  };

  test('a municipality asks for passes and for a meeting', async () => {
    const page = await journey.person(PEOPLE.member, { lang });
    made.pass = await askForPasses(page, lang, family);
    made.bilateral = await askForMeeting(page, lang, family, counterpart);
    expectQuiet(page);
  });

  test('it asks to speak: told what is missing, leaves, goes on elsewhere, and sends once', async () => {
    const page = await journey.person(PEOPLE.member, { lang });
    const { wizard, steps, names, page: t } = wordsIn(lang);
    const id = await begin(page, lang, 'speaking');
    await page.getByRole('button', { name: wizard.next }).click();
    const summary = page.getByRole('alert');
    await summary.getByRole('heading', { name: textsIn(shellTexts, lang).errorTitle(5) }).waitFor();
    await summary.getByRole('link').nth(1).click();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.type(title.ja);
    await fillContent(page, lang, title);
    await next(page, lang, 'times');
    await wishFor(page, lang, DAY, 'midday');
    await page.getByRole('button', { name: wizard.later }).click();
    await isAt(page, '/home');

    const elsewhere = await journey.person(PEOPLE.member, { lang });
    await elsewhere.goto(`/requests/${id}`);
    await elsewhere.getByRole('link', { name: t.resume }).click();
    await elsewhere.getByRole('heading', { name: steps.speaking.times.title }).waitFor();
    await elsewhere.getByRole('list').getByText(/9/).first().waitFor();
    await next(elsewhere, lang, 'speakers');
    await elsewhere.getByRole('navigation', { name: wizard.steps }).getByRole('link').nth(1).click();
    const typed = elsewhere.getByRole('textbox', { name: names.speaking.titleJa });
    expect(await typed.inputValue()).toBe(title.ja);
    await next(elsewhere, lang, 'times');
    await next(elsewhere, lang, 'speakers');
    const reference = await finishSpeaking(elsewhere, lang);
    made.speaking = { id, reference };
    await elsewhere.goto('/requests');
    await elsewhere.getByText(reference).first().waitFor();
    expect(await elsewhere.getByRole('link', { name: lang === 'ja' ? title.ja : title.en }).count()).toBe(1);
    expectQuiet(page);
    expectQuiet(elsewhere);
  });

  test('the office finds them, asks back, is answered, and approves', async () => {
    const staff = await journey.person(PEOPLE.staff, { lang });
    await startAndAsk(staff, lang, of('speaking'), '登壇者が決まったらお知らせください。');
    const member = await journey.person(PEOPLE.member, { lang });
    await answer(member, lang, of('speaking').id, '来月の初めに決まります。');
    await find(staff, lang, of('speaking'));
    await sees(staff, '来月の初めに決まります。');
    for (const kind of ['speaking', 'pass', 'bilateral'] as const) await approve(staff, lang, of(kind));
    expectQuiet(staff);
    expectQuiet(member);
  });

  test('it allots, places, arranges, and releases; the member sees what was settled', async () => {
    const staff = await journey.person(PEOPLE.staff, { lang });
    await allotPlaces(staff, lang, of('pass'));
    await makeAndPlace(staff, lang, title[lang], time);
    await arrangeMeeting(staff, lang, of('bilateral'), lang === 'ja' ? counterpart : '');
    await release(staff, lang);
    const member = await journey.person(PEOPLE.member, { lang });
    const { words, page: t } = wordsIn(lang);
    for (const kind of ['pass', 'speaking', 'bilateral'] as const) {
      await member.goto(`/requests/${of(kind).id}`);
      await member.getByRole('heading', { name: t.fulfilled }).waitFor();
      await member.getByRole('complementary', { name: words.state.confirmed }).waitFor();
    }
    expectQuiet(staff);
    expectQuiet(member);
  });

  test('everybody reads it without a script, in both languages', async () => {
    const anyone = await journey.person(null, { lang, javaScriptEnabled: false });
    for (const shown of ['ja', 'en'] as const) {
      await anyone.goto(`/schedule/cop32?day=${DAY}&lang=${shown}`);
      await sees(anyone, title[shown]);
      expect(await anyone.locator('html').getAttribute('lang')).toBe(shown);
      // One script of the page's own, for stars and for reading without a network, and data for search engines.
      const inside = 'script:not([src^="/assets/"]):not([type="application/ld+json"])';
      expect(await anyone.locator(inside).count()).toBe(0);
    }
    expectQuiet(anyone);
  });

  test('nothing can be completed before it is over', async () => {
    const staff = await journey.person(PEOPLE.staff, { lang });
    await find(staff, lang, of('speaking'));
    await judge(staff, lang, 'complete');
    const dialog = staff.getByRole('dialog');
    await dialog.getByRole('button', { name: textsIn(verdictTexts, lang).form.completeSubmit, exact: true }).click();
    const [before = '', after = ''] = textsIn(schedulePolicyTexts, lang).notOver('|').split('|');
    await dialog.getByText(new RegExp(`${before}.*${after}`)).waitFor();
  });
});
