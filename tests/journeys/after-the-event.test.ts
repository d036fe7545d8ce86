import { expect, test } from 'vitest';
import { verdictTexts } from '#shared/requests/verdict-texts.ts';
import { expectQuiet, PEOPLE, sees, useJourney } from '#tests/support/browser.ts';
import { cookieOf } from '#tests/support/program.ts';
import { judge } from './steps/desk.ts';

const journey = useJourney({ DEMO_NOW: '2027-11-25T10:00:00+09:00' });

test('after the event, what took place is completed', async () => {
  const cookie = await cookieOf(journey.program.address, PEOPLE.staff);
  const query = 'event=cop32&kind=speaking&state=fulfilled&limit=1';
  const list = await fetch(`${journey.program.address}/api/requests?${query}`, { headers: { cookie } });
  const [row] = (await list.json()).items;
  const staff = await journey.person(PEOPLE.staff);
  await staff.goto(`/desk/requests/${row.id}`);
  await judge(staff, 'ja', 'complete');
  const dialog = staff.getByRole('dialog');
  await dialog.getByRole('button', { name: verdictTexts.ja.form.completeSubmit, exact: true }).click();
  await sees(staff, verdictTexts.ja.done.complete(row.reference));
  await dialog.waitFor({ state: 'hidden' });
  expect(
    await (await fetch(`${journey.program.address}/api/requests/${row.id}`, { headers: { cookie } })).json(),
  ).toMatchObject({ state: 'completed', turn: 'none' });
  expectQuiet(staff);
});
