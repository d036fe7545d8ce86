import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { passkeyTexts } from '#shared/accounts/passkey-texts.ts';
import { secondFactorTexts } from '#shared/accounts/second-factor-texts.ts';
import { accountTexts } from '#shared/accounts/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { expectQuiet, isAt, PEOPLE, sees, useJourney } from '#tests/support/browser.ts';

const journey = useJourney();
const t = passkeyTexts.ja;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** A device with a fingerprint of its own, beside this page. */
async function giveDevice(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  return {
    /** Whether its person is recognised from now on. */
    recognises: (isUserVerified: boolean) =>
      session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  };
}

test('a passkey is made, signs in by itself after signing out, and is removed', async () => {
  const page = await journey.person(PEOPLE.editor);
  const device = await giveDevice(page);
  await page.goto('/account');
  await sees(page, t.none);
  await button(page, t.add).click();
  await button(page, t.go).click();
  await sees(page, t.nameMissing);
  await page.getByLabel(t.name, { exact: true }).fill('職場のパソコン');
  await button(page, t.go).click();
  await sees(page, '職場のパソコン');
  await sees(page, t.neverUsed);

  // The same device once more: it knows the account already.
  await button(page, t.add).click();
  await page.getByLabel(t.name, { exact: true }).fill('もう一度');
  await button(page, t.go).click();
  await sees(page, t.already);
  await button(page, shellTexts.ja.cancel).click();

  await page.locator('button.who').filter({ visible: true }).first().click();
  await page.getByRole('menuitem', { name: shellTexts.ja.nav.signOut }).click();
  await isAt(page, '/sign-in');
  await device.recognises(false);
  await button(page, t.signIn).click();
  await sees(page, t.stopped);
  await device.recognises(true);
  await button(page, t.signIn).click();
  await isAt(page, '/home');
  await page.goto('/account');
  await sees(page, /最後の利用/);
  await page.getByRole('button', { name: t.removeOf('職場のパソコン') }).click();
  await page.getByRole('dialog').getByRole('button', { name: t.remove, exact: true }).click();
  await sees(page, t.none);
  expectQuiet(page);
});

test('a browser that cannot use passkeys offers none, and says why on the account page', async () => {
  const page = await journey.person(null);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'PublicKeyCredential', { value: undefined });
  });
  await page.goto('/sign-in');
  await page.getByLabel(accountTexts.ja.signIn.password, { exact: true }).waitFor();
  expect(await button(page, t.signIn).count()).toBe(0);
  await page
    .getByRole('button', { name: /下川町/ })
    .first()
    .click();
  await isAt(page, '/home');
  await page.goto('/account');
  await sees(page, t.notHere);
  await sees(page, secondFactorTexts.ja.account.demo);
  expectQuiet(page);
});
