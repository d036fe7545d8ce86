import fs from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { accountTexts } from '#shared/accounts/texts.ts';
import type { Lang } from '#shared/lang.ts';
import { textsIn } from '#shared/text.ts';
import { type BuiltProgram, builtProgram, DEMO_PASSWORD } from './program.ts';

const PATIENCE_MS = 20_000;
const START_MS = 240_000;
const FAILURES = 'test-results/journeys';

/** A browser and the built program in front of it; what a page does wrong by itself is kept for the end of the test. */
export type Journey = {
  readonly program: BuiltProgram;
  /** A person at a computer of their own, signed in when an address is given. */
  person: (email: string | null, options?: PersonOptions) => Promise<Page>;
};

export type PersonOptions = { lang?: Lang; width?: number; height?: number } & Pick<
  BrowserContextOptions,
  'bypassCSP' | 'javaScriptEnabled' | 'storageState'
>;

/** The people of the demonstration world. */
export const PEOPLE = {
  member: 'toyama@member.example',
  editor: 'shimokawa@member.example',
  staff: 'staff@desk.example',
  registrar: 'registrar@desk.example',
  auditor: 'auditor@desk.example',
  admin: 'admin@desk.example',
} as const;

/** What a page did wrong by itself: messages of the console, failures of its script, calls to other origins. */
const faults = new WeakMap<Page, string[]>();

export function faultsOf(page: Page): string[] {
  return faults.get(page) ?? [];
}

/** Starts the built program and one browser for a file; contexts end with each test. */
export function useJourney(settings: Record<string, string> = {}): Journey {
  let program: BuiltProgram | undefined;
  let browser: Browser | undefined;
  const open: BrowserContext[] = [];
  const running = () => {
    if (!program) throw new Error('The program starts in beforeAll: use it inside a test.');
    return program;
  };
  beforeAll(async () => {
    program = await builtProgram(settings, process.env.TEST_DATABASE_URL);
    await program.start();
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    });
  }, START_MS);
  afterEach(async ({ task }) => {
    const failed = task.result?.state === 'fail';
    const contexts = open.splice(0);
    for (const page of contexts.flatMap((context) => context.pages())) {
      if (failed) await keepPicture(page, task.name);
    }
    for (const context of contexts) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await program?.remove();
  });
  return {
    get program() {
      return running();
    },
    async person(email, { lang = 'ja', width = 1440, height = 900, ...options } = {}) {
      if (!browser) throw new Error('The browser starts in beforeAll: use it inside a test.');
      const context = await browser.newContext({
        baseURL: running().address,
        locale: lang === 'ja' ? 'ja-JP' : 'en-GB',
        viewport: { width, height },
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(PATIENCE_MS);
      open.push(context);
      const page = await context.newPage();
      watch(page, running().address);
      if (email) await signIn(page, email, lang);
      return page;
    },
  };
}

/** Keeps what the page does wrong. A refused call is an answer; only 4xx of the API that a screen expects are let pass. */
export function watch(page: Page, address: string): void {
  const found: string[] = [];
  faults.set(page, found);
  page.on('pageerror', (error) => found.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    // The browser's own note of an answer that the screen has in its own words.
    if (/status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(message.text())) return;
    found.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${address}/`) && !url.startsWith('data:') && !url.startsWith('blob:'))
      found.push(`call: ${url}`);
  });
}

/** Signs in with the form, in the language the page speaks to somebody new. */
export async function signIn(page: Page, email: string, lang: Lang = 'ja'): Promise<void> {
  const t = textsIn(accountTexts, lang).signIn;
  await page.goto('/sign-in');
  await page.getByLabel(t.email, { exact: true }).fill(email);
  await page.getByLabel(t.password, { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: t.submit, exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in') && url.pathname !== '/');
  // The account remembers the language in which somebody signs in.
  await page.waitForLoadState('networkidle');
  await page.locator(`html[lang=${lang}]`).waitFor();
}

/** Waits until an address is shown. */
export async function isAt(page: Page, path: string | RegExp): Promise<void> {
  await page.waitForURL((url) => (typeof path === 'string' ? url.pathname === path : path.test(url.pathname)));
}

/** Waits until a text is to be seen. */
export async function sees(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).filter({ visible: true }).first().waitFor();
}

/** Nothing went wrong by itself on a page. */
export function expectQuiet(page: Page): void {
  expect(faultsOf(page)).toEqual([]);
}

async function keepPicture(page: Page, name: string): Promise<void> {
  fs.mkdirSync(FAILURES, { recursive: true });
  const file = `${FAILURES}/${name.replaceAll(/[^\w]+/g, '-').slice(0, 60)}-${Date.now()}.png`;
  await page.screenshot({ path: file }).catch(() => {});
  console.log(`${page.url()} pictured in ${file}`);
}
