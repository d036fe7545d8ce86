import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Page as ListOf } from '#shared/page.ts';
import type { RequestRow } from '#shared/requests/contract.ts';
import { PEOPLE, useJourney } from '#tests/support/browser.ts';
import { XSS } from '#tests/support/corpora.ts';
import { type Caller, callerFor, hasRun, hostile, watchPolicy } from './steps/hostile.ts';

/** Markup in every text that people type is shown as the text it is, on every screen, and the policy never has to step in. */
const journey = useJourney({ RATE_FACTOR: '20' });
type Planted = { request: string; meeting: string; session: string };
let planted: Promise<Planted> | null = null;

type Made = { id: string; version: number };

/** Planted once, for all who look. */
function plant(): Promise<Planted> {
  planted ??= plantAll();
  return planted;
}

async function plantAll(): Promise<Planted> {
  const { address } = journey.program;
  const [member, staff, admin] = await Promise.all(
    [PEOPLE.member, PEOPLE.staff, PEOPLE.admin].map((email) => callerFor(address, email)),
  );
  if (!member || !staff || !admin) throw new Error('Nobody is signed in.');
  const request = await speakingRequest(member);
  for (const text of XSS) await member('POST', `/api/requests/${request}/messages`, { body: text });
  for (let from = 0; from < XSS.length; from += 12) {
    await staff('POST', `/api/requests/${request}/notes`, { body: hostile(1_500, from) });
    await staff('POST', `/api/requests/${request}/messages`, { body: hostile(1_500, from) });
  }
  await staff('POST', '/api/saved-views', { name: hostile(30) || '<svg/onload=1>', query: 'kind=pass' });
  await staff('POST', '/api/organisations', {
    kind: 'city',
    name: { ja: hostile(120, 3), en: hostile(120, 9) },
    country: { ja: hostile(80, 5), en: hostile(80, 30) },
  });
  const session = await publicSession(staff);
  const meeting = await staff<ListOf<RequestRow>>(
    'GET',
    '/api/requests?event=cop32&kind=bilateral&state=approved&limit=1',
  );
  return { request, session, meeting: meeting.items[0]?.id ?? '' };
}

/** A request whose every answer is markup, sent and in triage. */
async function speakingRequest(member: Caller): Promise<string> {
  const { id, version } = await member<Made>('POST', '/api/requests', { event: 'cop32', kind: 'speaking' });
  const details = {
    ...{ role: 'host', theme: 'energy', titleJa: hostile(80), titleEn: hostile(140, 7), abstractJa: hostile(400, 13) },
    ...{
      abstractEn: hostile(1_000, 20),
      novelty: hostile(400, 28),
      policyLink: hostile(300, 36),
      noGo: hostile(300, 44),
    },
    ...{ equipment: hostile(300, 52), note: hostile(1_000, 60), wishes: [{ day: '2027-11-11', part: 'morning' }] },
    speakers: [{ delegateId: null, bioEn: hostile(900, 2) }],
  };
  const saved = await member<Made>('PUT', `/api/requests/${id}/answers`, { details, step: 'content' }, version);
  await member('POST', `/api/requests/${id}/submission`, undefined, saved.version);
  return id;
}

/** A released session whose every word is markup. */
async function publicSession(staff: Caller): Promise<string> {
  const both = (most: number, from: number) => ({ ja: hostile(most, from), en: hostile(most, from + 5) });
  const { id, version } = await staff<Made>('POST', '/api/events/cop32/sessions', {
    ...{ title: both(80, 4), abstract: both(600, 10), theme: 'energy', format: 'panel', language: 'ja_en' },
    ...{ interpretation: 'none', minutes: 30, hostIds: [] },
    speakers: [{ role: 'speaker', name: both(60, 31), title: both(80, 33), organisation: both(80, 38) }],
  });
  const { rooms, sessions } = await staff<{
    rooms: { id: string }[];
    sessions: { slot: { roomId: string; startsAt: string } | null }[];
  }>('GET', '/api/events/cop32/schedule');
  const taken = new Set(sessions.map(({ slot }) => slot && `${slot.roomId} ${new Date(slot.startsAt).toISOString()}`));
  const startsAt = '2027-11-11T18:30:00.000Z';
  const room = rooms.find(({ id }) => !taken.has(`${id} ${startsAt}`));
  await staff(
    'PUT',
    `/api/sessions/${id}/slot`,
    { roomId: room?.id, startsAt, minutes: 30, override: hostile(200, 8) },
    version,
  );
  await staff('POST', '/api/events/cop32/releases', { comment: { ja: hostile(200, 15), en: hostile(200, 25) } });
  return id;
}

async function look(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
  await page.waitForLoadState('networkidle');
}

const WALKS: Record<string, { who: string | null; paths: (at: Planted) => string[] }> = {
  'a member': {
    who: PEOPLE.member,
    paths: ({ request }) => [
      '/home',
      '/requests',
      '/requests/new',
      `/requests/${request}`,
      `/requests/${request}/edit/check`,
      '/delegation',
      '/account',
    ],
  },
  'the office': {
    who: PEOPLE.staff,
    paths: ({ request, meeting }) => [
      ...['/desk', `/desk/requests/${request}`, '/desk/passes', '/desk/schedule?day=2027-11-11', '/desk/bilaterals'],
      ...[`/desk/bilaterals/${meeting}`, '/desk/delegations', '/desk/members', '/desk/outbox'],
    ],
  },
  'an administrator': {
    who: PEOPLE.admin,
    paths: () => ['/desk/accounts', '/desk/settings', '/desk/outbox', '/desk/members'],
  },
  'an auditor': { who: PEOPLE.auditor, paths: () => ['/desk/history'] },
  everybody: {
    who: null,
    paths: ({ session }) => [
      ...['/sign-in', '/invitation', '/docs', '/problems/clash', '/nowhere'],
      ...[
        '/schedule/cop32?day=2027-11-11',
        '/schedule/cop32?day=2027-11-11&lang=en',
        `/schedule/cop32/sessions/${session}`,
      ],
      `/schedule/cop32?day=2027-11-11&q=${encodeURIComponent('<img src=x onerror=window.__xss=1>')}`,
    ],
  },
};

describe.each(Object.entries(WALKS))('%s', (_, { who, paths }) => {
  test('R-04 sees markup as text, and no screen does what the policy forbids', async () => {
    const at = await plant();
    const page = await journey.person(who);
    const { violations } = await watchPolicy(page);
    const ran: string[] = [];
    for (const path of paths(at)) {
      await look(page, path);
      await page.emulateMedia({ media: 'print' });
      if (await hasRun(page)) ran.push(path);
      await page.emulateMedia({ media: 'screen' });
    }
    expect({ ran, violations }).toEqual({ ran: [], violations: [] });
  }, 240_000);
});

test('the markup is on the screen, as it was typed', async () => {
  const at = await plant();
  const page = await journey.person(PEOPLE.staff);
  await look(page, `/desk/requests/${at.request}`);
  await page
    .getByText(XSS[0] ?? '', { exact: false })
    .first()
    .waitFor();
  const everybody = await journey.person(null);
  await everybody.goto(`/schedule/cop32/sessions/${at.session}`);
  expect(await everybody.locator('h1').innerText()).toContain('</script>');
});

test('it would run if it were markup and nothing stopped it; the policy does, and tells', async () => {
  const put = (page: Page) =>
    page.evaluate(
      (payloads) => {
        document.body.insertAdjacentHTML('beforeend', payloads.join(''));
      },
      XSS.filter((one) => one.startsWith('<img') || one.startsWith('<svg')),
    );
  const open = await journey.person(null, { bypassCSP: true });
  await open.goto('/docs');
  await put(open);
  await expect.poll(() => hasRun(open)).toBe(true);

  const kept = await journey.person(null);
  const { violations } = await watchPolicy(kept);
  await kept.goto('/docs');
  // Text does not so much as become markup: the browser refuses the very call.
  await expect(put(kept)).rejects.toThrow(/TrustedHTML/);
  expect(await hasRun(kept)).toBe(false);
  await expect
    .poll(() =>
      violations.some(
        ({ directive, disposition }) => directive.startsWith('require-trusted') && disposition === 'enforce',
      ),
    )
    .toBe(true);
});
