// Takes the pictures of the documents from a running demonstration: node tests/run/pictures.mjs http://localhost:3000
import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const address = process.argv[2] ?? 'http://localhost:3000';
const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const HEAVIEST = 250_000;

/** What is on each picture. `before` is done first. */
const PICTURES = [
  { name: 'home', who: 'toyama@member.example', path: '/home' },
  { name: 'check', who: 'hamamatsu@member.example', path: checkPage },
  { name: 'queue', who: 'staff@desk.example', path: '/desk', before: openARequest },
  { name: 'passes', who: 'staff@desk.example', path: '/desk/passes' },
  { name: 'editor', who: 'staff@desk.example', path: '/desk/schedule?day=2027-11-11' },
  { name: 'schedule', path: '/schedule/cop32?day=2027-11-11' },
  { name: 'schedule-phone', path: '/schedule/cop32?day=2027-11-11', size: PHONE },
];

/** The page for checking the answers of a request that may still be changed. */
async function checkPage(page) {
  const { items } = await (await page.request.get('/api/requests?event=cop32&limit=100')).json();
  const found = ['needs_info', 'submitted', 'draft']
    .flatMap((state) => items.filter((one) => one.state === state))
    .at(0);
  if (!found) throw new Error('no request whose answers may be changed');
  return `/requests/${found.id}/edit/check`;
}

/** A request in whose conversation both sides have written. */
async function openARequest(page) {
  await page.locator('tr[data-row]').filter({ hasText: '0023' }).first().click();
  await shown(page);
}

/** Waits until a screen's code and what it shows have come. */
async function shown(page) {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('.skeleton, [aria-busy="true"]'));
  await page.waitForLoadState('networkidle');
}

async function signIn(page, email) {
  const answer = await page.request.post('/api/auth/sign-in/email', { data: { email, password: 'cop-desk-demo' } });
  if (!answer.ok()) throw new Error(`sign-in answered ${answer.status()}`);
}

/** A palette of 256 colours halves a picture of plain surfaces; without pngquant it stays as it is. */
function reduce(file) {
  spawnSync('pngquant', ['--force', '--output', file, '--speed', '1', '256', file]);
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});
const only = process.argv.slice(3);
let failed = false;
for (const { name, who, path, before, size = DESK } of PICTURES.filter((one) => !only[0] || only.includes(one.name))) {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'ja-JP',
    viewport: size,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  try {
    if (who) await signIn(page, who);
    await page.goto(typeof path === 'function' ? await path(page) : path);
    await shown(page);
    await before?.(page);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(500);
    const file = `${folder}${name}.png`;
    await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
    reduce(file);
    const { size: bytes } = statSync(file);
    if (bytes > HEAVIEST) failed = true;
    console.log(`${bytes > HEAVIEST ? 'TOO HEAVY' : 'ok  '} ${name} ${Math.round(bytes / 1000)} KB, ${page.url()}`);
  } catch (error) {
    failed = true;
    console.log(`FAIL ${name}: ${error.message}`);
  }
  await context.close();
}
await browser.close();
process.exit(failed ? 1 : 0);
