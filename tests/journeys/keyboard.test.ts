import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { deskTexts } from '#shared/requests/desk-texts.ts';
import { queueTexts } from '#shared/requests/queue-texts.ts';
import { verdictTexts } from '#shared/requests/verdict-texts.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { expectQuiet, PEOPLE, sees, useJourney } from '#tests/support/browser.ts';
import { DAY } from './steps/member.ts';

const journey = useJourney();
const queue = queueTexts.ja;
const verdict = verdictTexts.ja;
const schedule = scheduleTexts.ja;
const MOST_TABS = 80;

/** Presses keys with nothing but the keyboard, one after another. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Goes on with Tab until the focus is where a person would look for it. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await press(page, 'Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab does not lead to ${selector}.`);
}

const opened = (page: Page) => new URL(page.url()).searchParams.get('r');
const dialog = (page: Page) => page.getByRole('dialog');

test('the queue by keys alone', async () => {
  const page = await journey.person(PEOPLE.staff);
  await page.goto('/desk?kind=speaking&state=in_triage');
  await page.getByRole('table', { name: queue.grid }).getByRole('row').nth(2).waitFor();

  await press(page, 'j', 'j', 'k', 'x');
  await sees(page, verdict.bulk.chosen(1));
  await press(page, 'j', 'x');
  await sees(page, verdict.bulk.chosen(2));
  await press(page, 'Escape');
  await expect.poll(() => page.getByText(verdict.bulk.chosen(2)).count()).toBe(0);

  await press(page, '?');
  await page.getByRole('dialog', { name: queue.keys.title }).waitFor();
  await press(page, 'Escape');
  await dialog(page).waitFor({ state: 'hidden' });
  await press(page, 'i');
  await dialog(page).getByRole('combobox', { name: verdict.form.assignTo }).waitFor();
  await press(page, 'Escape');
  await dialog(page).waitFor({ state: 'hidden' });

  await press(page, 'Enter');
  await expect.poll(() => opened(page)).not.toBeNull();
  await page.getByRole('region', { name: verdict.verdict.bar }).waitFor();
  await press(page, 'n');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe(deskTexts.ja.talk.noteLabel);
  await press(page, 'Escape');

  for (const [key, title] of [
    ['3', verdict.form.waitlistTitle],
    ['4', verdict.form.declineTitle],
  ] as const) {
    await press(page, key);
    await page.getByRole('dialog', { name: title }).waitFor();
    await press(page, 'Escape');
    await dialog(page).waitFor({ state: 'hidden' });
  }
  await press(page, '2');
  await dialog(page).getByText(verdict.form.askBody).waitFor();
  await press(page, 'Escape');
  await dialog(page).waitFor({ state: 'hidden' });

  await press(page, '1');
  await sees(page, new RegExp(verdict.done.approve('COP32-S-\\d+')));
  await press(page, 'Control+z');
  await sees(page, verdict.done.undone(1));
  await press(page, 'Escape');
  await expect.poll(() => opened(page)).toBeNull();
  expectQuiet(page);
});

test('a session is placed by keys alone, and every step is said', async () => {
  const page = await journey.person(PEOPLE.staff);
  await page.goto(`/desk/schedule?day=${DAY}`);
  const unplaced = page.getByRole('complementary', { name: schedule.unplaced });
  const waiting = unplaced.locator('button.unplaced-title');
  await waiting.first().waitFor();
  const before = await waiting.count();
  const title = (await waiting.first().locator('b').textContent()) ?? '';
  const said = page.locator('[role=status][aria-live=assertive]');

  await tabTo(page, 'button.unplaced-title');
  await press(page, ' ');
  await expect.poll(() => said.textContent()).toBe(schedule.carrying(title));
  await press(page, 'ArrowDown');
  await expect.poll(() => said.textContent()).not.toBe(schedule.carrying(title));
  await press(page, 'Shift+ArrowDown', 'ArrowRight', 'Escape');
  await expect.poll(() => said.textContent()).toBe(schedule.cancelled);

  await press(page, ' ', ' ');
  const placed = page.locator(`button.grid-session`).filter({ hasText: title });
  // Whoever speaks then speaks elsewhere too: the reason is asked for, and typed.
  await Promise.race([placed.first().waitFor(), dialog(page).waitFor()]);
  if (await dialog(page).isVisible()) {
    await tabTo(page, '[id$=override]');
    await page.keyboard.type('前半のみ登壇');
    await press(page, 'Enter');
  }
  await placed.first().waitFor();
  await expect.poll(() => waiting.count()).toBe(before - 1);
  expectQuiet(page);
});
