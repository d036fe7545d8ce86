import type { Page } from 'playwright-core';
import { bilateralTexts } from '#shared/bilaterals/texts.ts';
import type { Lang } from '#shared/lang.ts';
import { passTexts } from '#shared/passes/texts.ts';
import { deskTexts } from '#shared/requests/desk-texts.ts';
import { queueTexts } from '#shared/requests/queue-texts.ts';
import { verdictTexts } from '#shared/requests/verdict-texts.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { textsIn } from '#shared/text.ts';
import { sees } from '#tests/support/browser.ts';
import { DAY, fill, type Made, select, starts } from './member.ts';

export function deskWords(lang: Lang) {
  return {
    queue: textsIn(queueTexts, lang),
    desk: textsIn(deskTexts, lang),
    verdict: textsIn(verdictTexts, lang),
    passes: textsIn(passTexts, lang),
    schedule: textsIn(scheduleTexts, lang),
    meetings: textsIn(bilateralTexts, lang),
  };
}

/** Finds a request in the queue by its number and opens it beside the list. */
export async function find(page: Page, lang: Lang, { reference }: Made): Promise<void> {
  const { queue } = deskWords(lang);
  await page.goto('/desk');
  await page.getByRole('searchbox', { name: queue.filter.searchLabel }).fill(reference);
  await page.waitForURL(/[?&]q=/);
  await sees(page, queue.end(1));
  const row = page
    .getByRole('table', { name: queue.grid })
    .getByRole('row')
    .filter({ hasText: reference.slice(-4) });
  await row.getByRole('link').click();
  await page.getByText(reference, { exact: true }).filter({ visible: true }).first().waitFor();
}

/** Presses one of the verdicts: on the bar, or in the menu beside it. */
export async function judge(page: Page, lang: Lang, verdict: 'approve' | 'ask' | 'start' | 'complete'): Promise<void> {
  const t = deskWords(lang).verdict.verdict;
  const bar = page.getByRole('region', { name: t.bar });
  if (verdict === 'approve' || verdict === 'ask') {
    await bar.getByRole('button', { name: starts(t[verdict]) }).click();
    return;
  }
  await bar.getByRole('button', { name: t.more }).click();
  await page.getByRole('menuitem', { name: t[verdict], exact: true }).click();
}

/** Starts looking at a request and asks the municipality something about it. */
export async function startAndAsk(page: Page, lang: Lang, made: Made, question: string): Promise<void> {
  const t = deskWords(lang).verdict;
  await find(page, lang, made);
  await judge(page, lang, 'start');
  await sees(page, t.done.start(made.reference));
  await judge(page, lang, 'ask');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: starts(t.form.what) }).fill('確認');
  await dialog.locator('textarea').fill(question);
  await dialog.locator('input[type=date]').fill('2027-10-05');
  await dialog.getByRole('button', { name: t.form.askSubmit, exact: true }).click();
  await sees(page, t.done.ask(made.reference));
}

export async function approve(page: Page, lang: Lang, made: Made): Promise<void> {
  await find(page, lang, made);
  await judge(page, lang, 'approve');
  await sees(page, deskWords(lang).verdict.done.approve(made.reference));
}

export async function allotPlaces(page: Page, lang: Lang, made: Made): Promise<void> {
  const t = deskWords(lang).passes;
  await page.goto(`/desk/passes?request=${made.id}`);
  await page.getByRole('dialog').getByRole('button', { name: t.submit, exact: true }).click();
  await sees(page, t.done(made.reference, 1));
}

/** Makes a session of an approved request and places it with the form. */
export async function makeAndPlace(page: Page, lang: Lang, title: string, time: string): Promise<void> {
  const t = deskWords(lang).schedule;
  await page.goto(`/desk/schedule?day=${DAY}`);
  const line = page.getByRole('complementary', { name: t.unplaced }).getByRole('listitem').filter({ hasText: title });
  await line.getByRole('button', { name: t.makeSession }).click();
  await page.getByRole('dialog').waitFor();
  await select(page, t.day, DAY);
  await select(page, t.start, time);
  await page.getByRole('dialog').getByRole('button', { name: t.place, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page
    .getByRole('region', { name: /./ })
    .getByRole('button', { name: new RegExp(title) })
    .first()
    .waitFor();
}

export async function release(page: Page, lang: Lang): Promise<void> {
  const t = deskWords(lang).schedule;
  await page.goto('/desk/schedule');
  await page.getByRole('button', { name: /\d/ }).and(page.locator('[data-look=primary]')).click();
  await page.waitForURL('**/desk/schedule/release');
  await page.getByRole('button', { name: new RegExp(t.release(7).split('7')[0] ?? '') }).click();
  await page.waitForURL('**/desk/schedule');
}

/** Approaches the counterpart and settles the first time that fits everybody. */
export async function arrangeMeeting(page: Page, lang: Lang, { id }: Made, counterpart: string): Promise<void> {
  const t = deskWords(lang).meetings;
  await page.goto(`/desk/bilaterals/${id}`);
  await page.getByRole('button', { name: t.approach }).click();
  await page
    .getByRole('dialog')
    .getByRole('radio', { name: starts(counterpart) })
    .check();
  await fill(page, t.counterpartPerson, '国際協力課');
  await page.getByRole('dialog').getByRole('button', { name: t.start, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: t.chooseOf(1) }).click();
  await page.getByRole('dialog').getByRole('button', { name: t.save, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('heading', { name: t.stage.placed }).waitFor();
}
