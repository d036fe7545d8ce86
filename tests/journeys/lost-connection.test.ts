import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { secondFactorTexts } from '#shared/accounts/second-factor-texts.ts';
import { accountTexts } from '#shared/accounts/texts.ts';
import { wizardTexts } from '#shared/requests/wizard-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { staleTexts } from '#shared/stale-texts.ts';
import { expectQuiet, PEOPLE, sees, useJourney } from '#tests/support/browser.ts';
import { DEMO_PASSWORD } from '#tests/support/program.ts';
import { begin, wordsIn } from './steps/member.ts';

const journey = useJourney();
const shell = shellTexts.ja;
const { again } = secondFactorTexts.ja;
const { names } = wordsIn('ja');

const titleOf = (page: Page) => page.getByRole('textbox', { name: names.speaking.titleJa });
/** The mark beside the way back says that the server has everything. */
const isSaved = (page: Page) =>
  page
    .getByRole('status')
    .getByText(new RegExp(shell.saved('\\d+:\\d\\d')))
    .first()
    .waitFor();

test('a cut connection costs nothing that was typed', async () => {
  const page = await journey.person(PEOPLE.member);
  await begin(page, 'ja', 'speaking');
  await titleOf(page).fill('路面電車');
  await isSaved(page);
  await page.context().setOffline(true);
  await titleOf(page).fill('路面電車と街');
  await sees(page, wizardTexts.ja.notSavedOffline);
  expect(await titleOf(page).inputValue()).toBe('路面電車と街');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: shell.retry }).click();
  await isSaved(page);
  await page.reload();
  expect(await titleOf(page).inputValue()).toBe('路面電車と街');
  expectQuiet(page);
});

test('a session ended elsewhere asks for the password over the screen, and the text is saved', async () => {
  const page = await journey.person(PEOPLE.member);
  await begin(page, 'ja', 'speaking');
  await titleOf(page).fill('坂の街の電車');
  await isSaved(page);

  const elsewhere = await journey.person(PEOPLE.member);
  const t = accountTexts.ja.account;
  await elsewhere.goto('/account');
  await elsewhere.getByRole('button', { name: t.endOthers }).click();
  await elsewhere.getByRole('button', { name: t.endOthers }).waitFor({ state: 'hidden' });

  await titleOf(page).fill('坂の街の電車と雪');
  const dialog = page.getByRole('dialog', { name: again.title });
  await dialog.waitFor();
  expect(await titleOf(page).inputValue()).toBe('坂の街の電車と雪');
  await dialog.getByLabel(again.password).fill(DEMO_PASSWORD);
  await dialog.getByRole('button', { name: again.submit }).click();
  await dialog.waitFor({ state: 'hidden' });
  await isSaved(page);
  await page.reload();
  expect(await titleOf(page).inputValue()).toBe('坂の街の電車と雪');
});

test('two tabs: whoever saves second sees both versions and chooses', async () => {
  const page = await journey.person(PEOPLE.member);
  const id = await begin(page, 'ja', 'speaking');
  const second = await page.context().newPage();
  await second.goto(`/requests/${id}/edit/content`);
  await titleOf(second).waitFor();
  await titleOf(page).fill('第一の題名');
  await isSaved(page);
  await titleOf(second).fill('第二の題名');
  const dialog = second.getByRole('dialog', { name: staleTexts.ja.title });
  await dialog.getByText('第一の題名').waitFor();
  await dialog.getByText('第二の題名').waitFor();
  await dialog.getByRole('button', { name: staleTexts.ja.keep }).click();
  await dialog.waitFor({ state: 'hidden' });
  await isSaved(second);
  await page.reload();
  expect(await titleOf(page).inputValue()).toBe('第二の題名');
});
