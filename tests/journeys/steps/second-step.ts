import type { Page } from 'playwright-core';
import { secondFactorTexts } from '#shared/accounts/second-factor-texts.ts';
import { accountTexts } from '#shared/accounts/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { isAt, PEOPLE } from '#tests/support/browser.ts';
import { cookieOf } from '#tests/support/program.ts';

export const PASSWORD = 'a sentence nobody else has';

/** Asks the API as somebody of the demonstration. */
async function asAdmin(address: string) {
  const cookie = await cookieOf(address, PEOPLE.admin);
  return async <T>(path: string, body?: object): Promise<T> => {
    const headers = { cookie, 'content-type': 'application/json' };
    const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers };
    const answer = await fetch(`${address}${path}`, init);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
}

/** What the latest mail to somebody says. In the demonstration the administrator may read it whole. */
export async function lastMailTo(address: string, to: string): Promise<string> {
  const ask = await asAdmin(address);
  type Rows = { items: { id: string; to: string }[] };
  const { items } = await ask<Rows>('/api/outbox?limit=20');
  const found = items.find((one) => one.to === to);
  if (!found) throw new Error(`no mail to ${to}`);
  return (await ask<{ body: string }>(`/api/outbox/${found.id}`)).body;
}

/** Invites a person, who then accepts on the page: a real account, of which more is asked than of the demonstration's. */
export async function joins(
  page: Page,
  address: string,
  person: { email: string; role: string; memberId: string | null },
): Promise<void> {
  const ask = await asAdmin(address);
  await ask('/api/accounts', { ...person, name: '', lang: 'ja' });
  const token = /#t=([\w-]+)/.exec(await lastMailTo(address, person.email))?.[1];
  const t = accountTexts.ja.invitation;
  await page.goto(`/invitation#t=${token}`);
  await page.getByRole('textbox', { name: t.name }).fill('北川 澄子');
  await page.getByLabel(t.password).fill(PASSWORD);
  await page.getByRole('button', { name: t.submit, exact: true }).click();
}

/** The id of a municipality, by its name. */
export async function memberNamed(address: string, name: string): Promise<string> {
  const ask = await asAdmin(address);
  const { items } = await ask<{ items: { id: string; name: { ja: string } }[] }>('/api/members');
  const found = items.find((one) => one.name.ja === name);
  if (!found) throw new Error(`no member ${name}`);
  return found.id;
}

export async function signOut(page: Page): Promise<void> {
  await page.locator('button.who').filter({ visible: true }).first().click();
  await page.getByRole('menuitem', { name: shellTexts.ja.nav.signOut }).click();
  await isAt(page, '/sign-in');
}

/** The first step of signing in: what comes then is for the test to say. */
export async function typePassword(page: Page, email: string): Promise<void> {
  const t = accountTexts.ja.signIn;
  await page.goto('/sign-in');
  await page.getByLabel(t.email, { exact: true }).fill(email);
  await page.getByLabel(t.password, { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: t.submit, exact: true }).click();
  await page.getByRole('heading', { name: secondFactorTexts.ja.step.title }).waitFor();
}

/** The second step: a code of whichever kind. */
export async function typeCode(page: Page, code: string): Promise<void> {
  const t = secondFactorTexts.ja.step;
  await page.getByLabel(t.code, { exact: true }).fill(code);
  await page.getByRole('button', { name: t.submit, exact: true }).click();
}
