import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { islandTexts } from '#shared/schedule/island-texts.ts';
import { textsIn } from '#shared/text.ts';
import { expectQuiet, faultsOf, PEOPLE, sees, useJourney } from '#tests/support/browser.ts';
import { untranslated } from './steps/untranslated.ts';

const journey = useJourney({ DEMO_NOW: '2027-11-11T14:20:00+03:00' });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const HOME = '/schedule/cop32';
const t = textsIn(islandTexts, 'ja');
type Violation = { id: string; nodes: { target: unknown[] }[] };

const stars = (page: Page) => page.locator('#grid [data-s] > .star');
/** Waits until the browser has the whole programme. */
const keptAll = (page: Page) => page.getByText(t.kept).waitFor();

test('after the first visit the programme is there without a network, says of when it is, and comes back', async () => {
  const page = await journey.person(null);
  await page.goto(HOME);
  await keptAll(page);
  const link = await page.locator('.pop a[href*="/sessions/"]:not([href$=".ics"])').first().getAttribute('href');
  await page.goto(link ?? '');
  await page.context().setOffline(true);
  await page.goto(`${HOME}?day=2027-11-12`);
  await sees(page, /圏外です。会場 14:\d\d 時点の内容を表示しています。/);
  expect(await page.locator('#grid .card').count()).toBeGreaterThan(3);
  // A filter that was never asked for shows the whole day; a session that was never opened, its details on its day.
  await page.goto(`${HOME}?day=2027-11-12&theme=energy`);
  expect(await page.locator('#grid .card').count()).toBeGreaterThan(3);
  await page.goto(link ?? '');
  await page.locator('article.one h1').waitFor();
  const other = await page
    .goto(`${HOME}?day=2027-11-13`)
    .then(() => page.locator('.pop a[href*="/sessions/"]:not([href$=".ics"])').first().getAttribute('href'));
  await page.goto(other ?? '');
  await page.locator('.pop:popover-open').waitFor();
  await page.goto('/sign-in').catch(() => {});
  // The browser's own page of error comes a moment after, and would break into the next step.
  await page.waitForURL(/^chrome-error:/, { timeout: 5_000 }).catch(() => {});
  expect(await page.locator('#grid').count()).toBe(0);
  await page.goto(HOME);
  await page.context().setOffline(false);
  await page.locator('.notice[data-name=away]').waitFor({ state: 'detached' });
  expect(faultsOf(page).filter((fault) => !/ERR_|Failed to (load|fetch)/.test(fault))).toEqual([]);
});

test('stars stay on the device, warn when they clash, and leave as one calendar file', async () => {
  const page = await journey.person(null);
  await page.goto(HOME);
  await stars(page).nth(0).click();
  await stars(page).nth(1).click();
  await page.locator('.notice[data-name=clash]').waitFor();
  await page.reload();
  await page.locator('#stars').getByText('2', { exact: true }).waitFor();
  await page.locator('.views .to-mine').click();
  await page.locator('#mine .clash').first().waitFor();
  expect(await page.locator('#mine li').count()).toBe(2);
  const href = await page.locator('#mine .act a').getAttribute('href');
  const file = await page.request.get(href ?? '');
  expect((await file.text()).match(/BEGIN:VEVENT/g)).toHaveLength(2);
  await page.locator('#mine li .star').first().click();
  await expect.poll(() => page.locator('#mine li').count()).toBe(1);
  expectQuiet(page);
});

test('a device that keeps nothing says so, and the page goes on', async () => {
  const page = await journey.person(null);
  await page.addInitScript(() => {
    Object.defineProperty(Storage.prototype, 'setItem', {
      value() {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
  });
  await page.goto(HOME);
  await stars(page).nth(3).click();
  await sees(page, t.notKept);
  expect(await stars(page).nth(3).getAttribute('aria-pressed')).toBe('true');
  expectQuiet(page);
});

test('stars follow the account from one device to another', async () => {
  const first = await journey.person(PEOPLE.member);
  await first.goto(HOME);
  await stars(first).nth(2).click();
  await first.goto(`${HOME}/mine`);
  await first.getByRole('button', { name: t.follow }).click();
  await sees(first, t.followed);
  const second = await journey.person(PEOPLE.member);
  await second.goto(`${HOME}/mine`);
  await second.getByRole('button', { name: t.follow }).click();
  await expect.poll(() => second.locator('#mine li').count()).toBe(1);
  const stranger = await journey.person(null);
  await stranger.goto(`${HOME}/mine`);
  await stranger.getByRole('button', { name: t.follow }).click();
  await sees(stranger, t.signIn);
});

test('somebody with a keyboard opens details, stars the session and comes back to where they were', async () => {
  const page = await journey.person(null);
  await page.goto(HOME);
  const title = page.locator('#grid .card h3 button').nth(4);
  await title.focus();
  await page.keyboard.press('Enter');
  const open = page.locator('.pop:popover-open');
  await open.waitFor();
  await open.locator('.do.star').focus();
  await page.keyboard.press('Space');
  expect(await open.locator('.do.star').getAttribute('aria-pressed')).toBe('true');
  await page.keyboard.press('Escape');
  expect(await title.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.locator('.days .day').nth(5).click();
  await page.waitForURL(/day=2027-11-13/);
  await page.goBack();
  await page.locator('.day[aria-current]').getByText('11').waitFor();
});

const PAGES = [
  '',
  '/now',
  '/mine',
  '/kiosk',
  '/rooms/main/door',
  '/paper/AAA',
  '?theme=energy',
  '/changes',
  '/calendars',
];
test.each(['ja', 'en'] as const)('every public page is sound in %s, wide and narrow', async (lang) => {
  const page = await journey.person(null, { lang, bypassCSP: true });
  const found: string[] = [];
  for (const path of PAGES) {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${HOME}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      await page.waitForTimeout(400);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) found.push(`${path} at ${width}: ${wide} px too wide`);
      // Screens of halls and doors speak both languages on purpose.
      const screen = /kiosk|door/.test(path);
      if (!screen) for (const text of await untranslated(page, lang)) found.push(`${path}: untranslated “${text}”`);
      await page.evaluate(axe);
      const violations = (await page.evaluate(
        `axe.run({ resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] }).then((one) => one.violations)`,
      )) as Violation[];
      for (const { id, nodes } of violations) found.push(`${path} at ${width}: ${id} at ${nodes[0]?.target.join(' ')}`);
    }
  }
  expect([...found, ...faultsOf(page)]).toEqual([]);
});

test('nothing moves while the page comes to life', async () => {
  const page = await journey.person(null, { width: 390, height: 844 });
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        Object.assign(window, { moved: ((window as { moved?: number }).moved ?? 0) + entry.value });
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(HOME);
  await keptAll(page);
  expect(await page.evaluate(() => (window as { moved?: number }).moved ?? 0)).toBe(0);
});

test('without JavaScript now, next, screens and paper are all there', async () => {
  const page = await journey.person(null, { javaScriptEnabled: false });
  for (const path of ['/now', '/kiosk', '/rooms/main/door']) {
    await page.goto(`${HOME}${path}`);
    await sees(page, '水を味方にするまち');
    await sees(page, /あと\d+分/);
  }
  await page.goto(`${HOME}/mine`);
  await sees(page, /JavaScript/);
  expectQuiet(page);
});
