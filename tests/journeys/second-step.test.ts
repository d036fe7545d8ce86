import { expect, test } from 'vitest';
import { passkeyTexts } from '#shared/accounts/passkey-texts.ts';
import { secondFactorTexts } from '#shared/accounts/second-factor-texts.ts';
import { problemWords } from '#shared/problem-texts.ts';
import { expectQuiet, isAt, sees, useJourney } from '#tests/support/browser.ts';
import { appCode } from '#tests/support/second-factor.ts';
import { joins, lastMailTo, memberNamed, PASSWORD, signOut, typeCode, typePassword } from './steps/second-step.ts';

const journey = useJourney();
const t = secondFactorTexts.ja;

test('at the office: an app at the first sign-in, then a code of it, a recovery code, and a code once more in between', async () => {
  const email = 'kitagawa@desk.example';
  const { address } = journey.program;
  const page = await journey.person(null);
  await joins(page, address, { email, role: 'staff_coordinator', memberId: null });
  await sees(page, t.setUp.must);
  await page.getByRole('button', { name: passkeyTexts.ja.setUpApp, exact: true }).click();
  const key = ((await page.locator('form code').textContent()) ?? '').replaceAll(' ', '');
  await page.getByLabel(t.setUp.type, { exact: true }).fill('000000');
  await page.getByRole('button', { name: t.setUp.submit, exact: true }).click();
  await sees(page, problemWords('wrong-code', {}, 'ja').detail);
  await page.getByLabel(t.setUp.type, { exact: true }).fill(appCode(key, new Date()));
  await page.getByRole('button', { name: t.setUp.submit, exact: true }).click();
  await sees(page, t.setUp.codesTitle);
  const codes = await page.locator('ol code').allTextContents();
  expect(codes).toHaveLength(10);
  await page.getByLabel(t.setUp.kept).check();
  await page.getByRole('button', { name: t.setUp.go, exact: true }).click();
  await isAt(page, '/desk');

  await signOut(page);
  await typePassword(page, email);
  await sees(page, t.step.app);
  // The code that set the app up is spent: the next one.
  await typeCode(page, appCode(key, new Date(), 1));
  await isAt(page, '/desk');

  await signOut(page);
  await typePassword(page, email);
  await typeCode(page, codes[0] ?? '');
  await isAt(page, '/desk');
  await page.goto('/account');
  await sees(page, t.account.codesLeft(9));

  // As eleven minutes later: what matters asks again, here by a code.
  let first = true;
  await page.route('**/api/auth/recovery-codes', async (route) => {
    if (!first) return route.continue();
    first = false;
    const problem = { type: '/problems/step-up-required', title: '', status: 403, detail: '', instance: '' };
    await route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(problem) });
  });
  await page.getByRole('button', { name: t.account.renew, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: t.stepUp.title });
  await dialog.getByRole('button', { name: t.stepUp.byCode, exact: true }).click();
  await dialog.getByLabel(t.stepUp.code, { exact: true }).fill(codes[0] ?? '');
  await dialog.getByRole('button', { name: t.stepUp.submit, exact: true }).click();
  await dialog.getByText(problemWords('wrong-code', {}, 'ja').detail).waitFor();
  await dialog.getByLabel(t.stepUp.code, { exact: true }).fill(codes[1] ?? '');
  await dialog.getByRole('button', { name: t.stepUp.submit, exact: true }).click();
  await sees(page, t.setUp.codesTitle);
  const renewed = await page.getByRole('dialog').locator('ol code').allTextContents();
  expect(renewed).toHaveLength(10);
  await page.getByLabel(t.setUp.kept).check();
  await page.getByRole('dialog').getByRole('button', { name: t.setUp.go, exact: true }).click();

  // Somewhere else all other places are signed out: here the screen stays, and asks for both steps again.
  const elsewhere = await journey.person(null);
  await typePassword(elsewhere, email);
  await typeCode(elsewhere, renewed[0] ?? '');
  await isAt(elsewhere, '/desk');
  expect(await elsewhere.evaluate(endOthers)).toBe(204);
  await page.goto('/desk').catch(() => {});
  await isAt(page, '/sign-in');
  expectQuiet(page);
});

/** In the page: ends every other session of whoever is signed in there. */
async function endOthers(): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch('/api/auth/sessions', { method: 'DELETE', headers, body: '{}' })).status;
}

test('a session that ends in the middle asks for password and code over the screen, which stays', async () => {
  const email = 'minamide@desk.example';
  const { address } = journey.program;
  const page = await journey.person(null);
  await joins(page, address, { email, role: 'staff_coordinator', memberId: null });
  await page.getByRole('button', { name: passkeyTexts.ja.setUpApp, exact: true }).click();
  const key = ((await page.locator('form code').textContent()) ?? '').replaceAll(' ', '');
  await page.getByLabel(t.setUp.type, { exact: true }).fill(appCode(key, new Date()));
  await page.getByRole('button', { name: t.setUp.submit, exact: true }).click();
  await sees(page, t.setUp.codesTitle);
  const codes = await page.locator('ol code').allTextContents();
  await page.getByLabel(t.setUp.kept).check();
  await page.getByRole('button', { name: t.setUp.go, exact: true }).click();
  await isAt(page, '/desk');
  await page.waitForLoadState('networkidle');
  const elsewhere = await journey.person(null);
  await typePassword(elsewhere, email);
  await typeCode(elsewhere, codes[0] ?? '');
  await isAt(elsewhere, '/desk');
  expect(await elsewhere.evaluate(endOthers)).toBe(204);

  // The queue asks again by itself after some seconds; a look at another part asks at once.
  await page.getByRole('link', { name: /パス/ }).first().click();
  const dialog = page.getByRole('dialog', { name: t.again.title });
  await dialog.getByLabel(t.again.password, { exact: true }).fill(PASSWORD);
  await dialog.getByRole('button', { name: t.again.submit, exact: true }).click();
  await dialog.getByLabel(t.again.code, { exact: true }).fill(codes[1] ?? '');
  await dialog.getByRole('button', { name: t.again.submit, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await isAt(page, '/desk/passes');
  expectQuiet(page);
});

test('a member without an app: a mailed code, begun on the account page and asked for at the next sign-in', async () => {
  const email = 'kitagawa@toyama.example';
  const { address } = journey.program;
  const memberId = await memberNamed(address, '富山市');
  const page = await journey.person(null);
  await joins(page, address, { email, role: 'member_editor', memberId });
  await isAt(page, '/home');
  await page.goto('/account');
  await page.getByRole('button', { name: t.account.mailBegin, exact: true }).click();
  await sees(page, t.account.mailSent);
  const codeIn = (body: string) => /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(body)?.[0] ?? '';
  await page
    .getByRole('dialog')
    .getByLabel(t.step.code, { exact: true })
    .fill(codeIn(await lastMailTo(address, email)));
  await page.getByRole('dialog').getByRole('button', { name: t.step.submit, exact: true }).click();
  await sees(page, t.account.mailOn);

  await signOut(page);
  await typePassword(page, email);
  await sees(page, t.step.mailOnly);
  await page.getByRole('button', { name: t.step.mail, exact: true }).click();
  await sees(page, t.step.mailed);
  await typeCode(page, codeIn(await lastMailTo(address, email)));
  await isAt(page, '/home');
  expectQuiet(page);
});
