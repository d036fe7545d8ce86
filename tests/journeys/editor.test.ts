import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { clashTexts } from '#shared/clashes/texts.ts';
import { editorTexts } from '#shared/schedule/editor-texts.ts';
import { placementTexts } from '#shared/schedule/placement-texts.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { expectQuiet, PEOPLE, sees, useJourney } from '#tests/support/browser.ts';

const journey = useJourney();
const [schedule, editor, clash, placement] = [scheduleTexts.ja, editorTexts.ja, clashTexts.ja, placementTexts.ja];
const DAY = '2027-11-11';
/** The draft and its findings are read anew after each act. */
const SOON = { timeout: 20_000 };

async function openEditor(email: string = PEOPLE.staff): Promise<Page> {
  const page = await journey.person(email);
  await page.goto(`/desk/schedule?day=${DAY}`);
  await page.locator('.grid-session').first().waitFor();
  await page.locator('.findings li').first().waitFor();
  return page;
}
const timeOf = (block: Locator) => block.locator('.grid-time').textContent();
const said = (page: Page) => page.locator('[role=status][aria-live=assertive]');
const titleOf = async (block: Locator) => (await block.locator('b').first().textContent()) ?? '';
/** A session below which the grid is free for a while, so that it can be moved and made longer. */
const movable = (page: Page) => page.locator('.grid-session', { hasText: '朝の見どころ案内' });

test('by keys alone: moved, made longer, taken back and done again, and a finding let be', async () => {
  const page = await openEditor();
  const block = movable(page);
  const before = await timeOf(block);
  await block.focus();
  await page.keyboard.press(' ');
  await expect.poll(() => said(page).textContent(), SOON).toBe(schedule.carrying(await titleOf(block)));
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('-');
  await expect.poll(() => said(page).textContent(), SOON).toMatch(/^15分。/);
  await page.keyboard.press('Enter');
  await expect.poll(() => timeOf(block), SOON).toBe('09:25–09:40');

  await page.keyboard.press('Control+z');
  await expect.poll(() => timeOf(block), SOON).toBe(before);
  await page.keyboard.press('Control+y');
  await expect.poll(() => timeOf(block), SOON).toBe('09:25–09:40');
  await page.keyboard.press('Control+z');
  await expect.poll(() => timeOf(block), SOON).toBe(before);

  const finding = page.locator('.findings li[data-strength=blocking]').first();
  const sentence = (await finding.locator('b').first().textContent()) ?? '';
  await finding.getByRole('button', { name: clash.acknowledge }).focus();
  await page.keyboard.press('Enter');
  const reason = page.getByRole('dialog').getByLabel(clash.acknowledgeReason);
  await reason.focus();
  await page.keyboard.type('代理の職員が出ます');
  await page.keyboard.press('Enter');
  await sees(page, clash.acknowledgedHead(1));
  await page.getByText(clash.acknowledgedHead(1)).click();
  const letBe = page.locator('.findings-let-be li').filter({ hasText: sentence });
  await letBe.getByText('代理の職員が出ます').waitFor();
  await letBe.getByRole('button', { name: clash.reopen }).click();
  await expect.poll(() => page.locator('.findings-let-be').count(), SOON).toBe(0);
  expectQuiet(page);
});

test('by pointer: pulled to another time, pulled longer, back, and a proposal accepted', async () => {
  const page = await openEditor();
  const block = movable(page);
  const before = await timeOf(block);
  const pull = async (from: { x: number; y: number }, by: number) => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x, from.y + by / 2, { steps: 4 });
    await page.mouse.move(from.x, from.y + by, { steps: 4 });
    await page.mouse.up();
  };
  const box = await block.boundingBox();
  if (!box) throw new Error('The session is not to be seen.');
  await pull({ x: box.x + box.width / 2, y: box.y + box.height - 3 }, -15 * 1.4);
  await expect.poll(() => timeOf(block), SOON).toBe('09:30–09:45');
  await pull({ x: box.x + box.width / 2, y: box.y + 4 }, -60 * 1.4);
  await expect.poll(() => timeOf(block), SOON).toBe('08:30–08:45');
  for (let times = 0; times < 2; times += 1) await page.getByRole('button', { name: editor.undo }).click();
  await expect.poll(() => timeOf(block), SOON).toBe(before);

  await page.getByRole('button', { name: placement.make }).click();
  const panel = page.getByRole('region', { name: placement.title });
  await panel.locator('li').first().waitFor({ timeout: 60_000 });
  const waiting = page.locator('.unplaced [data-session]');
  const count = await waiting.count();
  expect(await page.locator('.grid-proposed').count()).toBeGreaterThan(0);
  const first = await titleOf(panel.locator('li').first());
  await panel.getByRole('button', { name: placement.acceptOneOf(first) }).click();
  await expect.poll(() => waiting.count(), SOON).toBe(count - 1);
  await panel.getByRole('button', { name: placement.acceptAll(count - 1) }).click();
  await expect.poll(() => waiting.count(), SOON).toBe(0);
  expectQuiet(page);
});

test('two editors lose nothing: a late move shows both versions, and undo refuses', async () => {
  const [one, two] = [await openEditor(), await openEditor()];
  const [mine, theirs] = [movable(one), movable(two)];
  const move = async (page: Page, block: Locator, ...keys: string[]) => {
    await block.focus();
    for (const key of [' ', ...keys, ' ']) await page.keyboard.press(key);
  };
  // The second one's screen is kept from hearing of it.
  await two.route('**/schedule/presence', (route) => route.abort());
  await two.route('**/api/events/*/schedule', (route) => route.abort());
  await move(one, mine, 'Shift+ArrowUp');
  await expect.poll(() => timeOf(mine), SOON).toBe('09:25–09:55');

  await move(two, theirs, 'ArrowUp');
  const dialog = two.getByRole('dialog');
  await dialog.waitFor();
  await expect.poll(() => dialog.textContent(), SOON).toContain(editor.theirs(await titleOf(mine), '').slice(0, 12));
  expect(await dialog.textContent()).toContain('09:25');
  await two.unroute('**/api/events/*/schedule');
  await two.unroute('**/schedule/presence');
  await dialog.getByRole('button', { name: schedule.place }).click();
  await expect.poll(() => timeOf(theirs), SOON).toBe('09:15–09:45');

  // The first one hears of it, and does not take back what is not theirs any more.
  await expect.poll(() => timeOf(mine), SOON).toBe('09:15–09:45');
  await one.getByRole('button', { name: editor.undo }).click();
  await sees(one, editor.notUndone(await titleOf(mine)));
  expect(await timeOf(mine)).toBe('09:15–09:45');
});
