import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { MeView } from '#shared/accounts/contract.ts';
import type { Lang } from '#shared/lang.ts';
import { may } from '#shared/permission.ts';
import { faultsOf, PEOPLE, useJourney } from '#tests/support/browser.ts';
import { cookieOf } from '#tests/support/program.ts';
import { SCREENS } from '#web/screens.ts';
import { untranslated } from './steps/untranslated.ts';

const journey = useJourney();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;
const LANGS = ['ja', 'en'] as const satisfies readonly Lang[];
const ROLES = ['member', 'staff', 'registrar', 'auditor', 'admin'] as const satisfies readonly (keyof typeof PEOPLE)[];
/** What the tool for accessibility has seen: the same screen is no other one for the next role. */
const examined = new Set<string>();
/** Screens of pages that are reached by a mailed link only, or by nobody who is signed in. */
const PUBLIC = ['/sign-in', '/sign-in/link', '/sign-in/issuer', '/invitation', '/identity'];

type Violation = { id: string; impact: string | null; nodes: { target: unknown[] }[] };

/** The addresses that a person may see, with a real request where one is needed. */
async function addressesFor(email: string): Promise<string[]> {
  const { address } = journey.program;
  const headers = { cookie: await cookieOf(address, email) };
  const read = async (path: string) => (await fetch(`${address}${path}`, { headers })).json();
  const { account }: MeView = await read('/api/auth/me');
  if (!account) throw new Error(`${email} is not signed in.`);
  const actor = { role: account.role, memberId: account.memberId, accountId: account.id, lang: account.lang } as never;
  const frame = account.memberId ? 'member' : 'desk';
  const seen = SCREENS.filter(
    (screen) => (screen.frame === frame || screen.frame === 'own') && (!screen.action || may(actor, screen.action)),
  );
  const idOf = async (query: string) => (await read(`/api/requests?event=cop32&limit=1&${query}`)).items?.[0]?.id;
  const [draft, meeting, any] = [
    account.memberId ? await draftOf(headers) : null,
    await idOf('kind=bilateral&state=approved'),
    await idOf('kind=speaking'),
  ];
  return seen.flatMap(({ path }) => {
    if (path.includes('/edit/'))
      return draft
        ? ['content', 'times', 'speakers', 'practical', 'check'].map((step) => `/requests/${draft}/edit/${step}`)
        : [];
    const id = path.includes('bilaterals') ? meeting : any;
    return path.includes('$id') ? (id ? [path.replace('$id', id)] : []) : [path];
  });
}

async function draftOf(headers: { cookie: string }): Promise<string> {
  const answer = await fetch(`${journey.program.address}/api/requests`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ event: 'cop32', kind: 'speaking' }),
  });
  return (await answer.json()).id;
}

/** Everything that is wrong with the page as it stands. */
async function wrongs(page: Page, where: string, lang: Lang): Promise<string[]> {
  const found: string[] = [];
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) found.push(`${where}: ${wide} px too wide`);
  for (const text of await untranslated(page, lang)) found.push(`${where}: untranslated “${text}”`);
  const seen = `${lang} ${where.replace(/[0-9a-f]{8}-[0-9a-f-]+/, '$id')}`;
  if (!examined.has(seen)) {
    examined.add(seen);
    await page.evaluate(axe);
    const violations = (await page.evaluate(
      `axe.run({ resultTypes: ['violations'] }).then((one) => one.violations)`,
    )) as Violation[];
    for (const { id, impact, nodes } of violations) {
      if (impact === 'serious' || impact === 'critical') found.push(`${where}: ${id} at ${nodes[0]?.target.join(' ')}`);
    }
  }
  return found;
}

/** Opens an address and waits until the screen has what it shows. */
async function look(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
  await page.waitForLoadState('networkidle');
}

describe.each(LANGS)('in %s', (lang) => {
  test.each(ROLES)('every screen of %s is sound', async (role) => {
    const paths = await addressesFor(PEOPLE[role]);
    expect(paths.length).toBeGreaterThan(3);
    const page = await journey.person(PEOPLE[role], { lang, bypassCSP: true });
    const found: string[] = [];
    for (const path of paths) {
      await page.setViewportSize(SIZES[0]);
      await look(page, path);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        found.push(...(await wrongs(page, `${path} at ${size.width}`, lang)));
      }
    }
    expect([...found, ...faultsOf(page)]).toEqual([]);
  });

  test('what everybody sees is sound', async () => {
    const page = await journey.person(null, { lang, bypassCSP: true });
    const found: string[] = [];
    for (const path of [...PUBLIC, `/schedule/cop32?lang=${lang}`]) {
      await page.setViewportSize(SIZES[0]);
      await look(page, path);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        found.push(...(await wrongs(page, `${path} at ${size.width}`, lang)));
      }
    }
    expect([...found, ...faultsOf(page)]).toEqual([]);
  });
});
