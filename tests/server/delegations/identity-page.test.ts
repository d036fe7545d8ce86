import { beforeEach, describe, expect, test } from 'vitest';
import { delegationRoutes } from '#server/delegations/routes.ts';
import { deliverOutbox } from '#server/notifications/deliver-outbox.ts';
import { notificationRoutes } from '#server/notifications/routes.ts';
import type { Receiver } from '#shared/delegations/consent.ts';
import type { IdentityLinkMade, IdentityPage, IdentityStatus } from '#shared/delegations/contract.ts';
import type { ProblemBody } from '#shared/problem.ts';
import { type AnEvent, anEvent } from '#tests/support/builders/passes.ts';
import { nobody } from '#tests/support/database.ts';
import { passport, rawIdentity } from '#tests/support/identities.ts';
import { aParty, delegateHistory } from '#tests/support/parties.ts';
import { type Client, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: [...delegationRoutes, ...notificationRoutes] });
let event: AnEvent;
let officer: Client;
let delegate: string;
const DAY_MS = 86_400_000;

beforeEach(async () => {
  world.now = new Date('2027-09-24T01:00:00Z');
  event = await anEvent(world.database);
  officer = await world.as({ role: 'member_editor' });
  delegate = (await aParty(world.database, event, officer.actor.memberId, ['架空']))[0] ?? '';
});

const makeLink = (client: Client, send = false, id = delegate) =>
  client.post<IdentityLinkMade & ProblemBody>(`/api/delegates/${id}/identity/link`, { lang: 'en', send });
const tokenOf = ({ url }: { url: string }) => url.split('#t=')[1] ?? '';
const open = (token: string, lang = 'ja') =>
  world.public.post<IdentityPage & ProblemBody>('/api/identity/page', { token, lang });
const enter = (token: string, more: Partial<typeof passport> = {}) =>
  world.public.put<IdentityPage & ProblemBody>('/api/identity/page', {
    ...{ token, lang: 'ja', identity: { ...passport, ...more } },
  });
async function decide(token: string, receiver: Receiver, given: boolean, lang = 'ja') {
  const page = (await open(token, lang)).body;
  const textVersion = page.consents.find((one) => one.receiver === receiver)?.version;
  return world.public.put<IdentityPage & ProblemBody>('/api/identity/page/consents', {
    ...{ token, lang, receiver, given, textVersion },
  });
}

describe('the link', () => {
  test('is made and ended by those who may, and by nobody else', async () => {
    const end = (client: Client) => client.del(`/api/delegates/${delegate}/identity/link`);
    for (const [person, status] of [
      [world.public, 401],
      [await world.as({ role: 'member_viewer', memberId: officer.actor.memberId ?? '' }), 403],
      [await world.as({ role: 'staff_triager' }), 403],
      [await world.as({ role: 'member_editor' }), 404],
    ] as const) {
      expect([(await makeLink(person)).status, (await end(person)).status]).toEqual([status, status]);
    }
    expect((await officer.post(`/api/delegates/${delegate}/identity/link`, { lang: 'fr', send: 1 })).status).toBe(422);
    const registrar = await world.as({ role: 'registrar' });
    const made = await makeLink(registrar);
    expect([made.status, made.body.sent]).toEqual([201, false]);
    expect(made.body.url).toMatch(/^http:\/\/localhost\/identity#t=[\w-]{43}$/);
    expect((await open(tokenOf(made.body))).status).toBe(200);
    expect((await end(registrar)).status).toBe(204);
    expect((await open(tokenOf(made.body))).status).toBe(401);
    expect((await delegateHistory(world.database)).map((one) => one.action)).toEqual([
      ...['identity.link-made', 'identity.link-ended'],
    ]);
  });

  test('works for fourteen days, is renewed, and is kept by its hash alone', async () => {
    const first = tokenOf((await makeLink(officer)).body);
    const second = tokenOf((await makeLink(officer)).body);
    expect([(await open(first)).status, (await open(second)).status]).toEqual([401, 200]);
    const rows = await world.database.read(nobody, (db) => db.selectFrom('identityLink').selectAll().execute());
    expect(JSON.stringify(rows)).not.toContain(second);
    world.realNow = new Date(Date.now() + 14 * DAY_MS - 60_000);
    expect((await open(second)).status).toBe(200);
    world.realNow = new Date(Date.now() + 14 * DAY_MS + 60_000);
    expect((await open(second)).status).toBe(401);
    expect((await enter(second)).status).toBe(401);
    expect((await open('x'.repeat(43))).status).toBe(401);
  });

  test('is not made before the acceptance', async () => {
    const member = await world.as({ role: 'member_editor' });
    const [early] = await aParty(world.database, event, member.actor.memberId, ['早野'], 'submitted');
    expect((await makeLink(member, false, early)).status).toBe(409);
  });

  test('is mailed to a delegate who has an address, in their language; the office never reads the token', async () => {
    expect((await makeLink(officer, true)).body.sent).toBe(false);
    await world.database.write(nobody, (tx) =>
      tx.updateTable('delegate').set({ email: 'delegate@people.example' }).where('id', '=', delegate).execute(),
    );
    const made = (await makeLink(officer, true)).body;
    expect(made.sent).toBe(true);
    const coordinator = await world.as({ role: 'staff_coordinator' });
    const list = await coordinator.get<{ items: { id: string; to: string; subject: string }[] }>('/api/outbox');
    expect(list.body.items).toMatchObject([
      { to: 'delegate@people.example', subject: '[COP Desk] What we need from you for COP32' },
    ]);
    const shown = await coordinator.get<{ body: string }>(`/api/outbox/${list.body.items[0]?.id}`);
    expect(shown.body.body).toContain('http://localhost/identity#t=•••');
    expect(shown.text + list.text).not.toContain(tokenOf(made));

    const sent: { to: string; body: string }[] = [];
    const mailer = { send: async (mail: { to: string; body: string }) => void sent.push(mail), close: () => {} };
    expect(await deliverOutbox(world.ctx, mailer)).toBe(1);
    expect(sent[0]?.to).toBe('delegate@people.example');
    const mailed = /#t=([\w-]{43})/.exec(sent[0]?.body ?? '')?.[1] ?? '';
    expect(mailed).toBe(tokenOf(made));
    expect((await open(mailed)).status).toBe(200);
    const outbox = await world.database.read(nobody, (db) => db.selectFrom('outbox').selectAll().execute());
    expect(JSON.stringify(outbox)).not.toContain(mailed);
  });
});

test('opening spends nothing; what is entered by it shows as a mask, here and at the municipality', async () => {
  const token = tokenOf((await makeLink(officer)).body);
  for (const lang of ['ja', 'en', 'ja']) expect((await open(token, lang)).status).toBe(200);
  const before = (await open(token)).body;
  expect([before.delegate.familyName, before.status.state, before.keptUntil]).toEqual([
    '架空',
    'missing',
    '2027-12-19',
  ]);
  const kept = await enter(token);
  expect(kept.body.status).toMatchObject({ state: 'kept', passport: 'TR••••567', through: 'link' });
  expect(kept.body.status.link?.lastUsedAt).not.toBeNull();
  expect((await delegateHistory(world.database)).at(-1)).toEqual({
    ...{ action: 'identity.entered', actorRole: 'delegate', details: { through: 'link' } },
  });
  const raw = await rawIdentity(world.database, delegate);
  expect([raw.entered_through, raw.entered_by]).toEqual(['link', null]);
  expect(kept.text + world.logged.join('')).not.toMatch(/1234567|TESTO|1980-04-01/);
  expect(world.logged.join('')).not.toContain(token);
  const misfit = await enter(token, { passportNumber: '?' });
  expect([misfit.status, misfit.body.errors?.[0]?.pointer]).toEqual([422, '/identity/passportNumber']);
  expect((await enter(token, { birthDate: '2030-01-01' })).body.errors?.[0]?.pointer).toBe('/identity/birthDate');
});

test('a link reaches its own delegate and nobody else of the municipality', async () => {
  const [other] = await aParty(world.database, event, officer.actor.memberId, ['他人']);
  const token = tokenOf((await makeLink(officer)).body);
  await enter(token);
  expect(await rawIdentity(world.database, other ?? '')).toEqual({});
  expect((await open(token)).text).not.toMatch(/他人/);
});

describe('consent', () => {
  const stateOf = (page: IdentityPage | IdentityStatus, receiver: Receiver) =>
    ('status' in page ? page.status : page).consents.find((one) => one.receiver === receiver)?.state;

  test('is given in a language and a version of the text, and withdrawn', async () => {
    const token = tokenOf((await makeLink(officer)).body);
    const given = await decide(token, 'secretariat', true, 'en');
    expect(given.body.status.consents.find((one) => one.receiver === 'secretariat')).toMatchObject({
      ...{ state: 'given', method: 'link', lang: 'en', needed: true, givenAt: '2027-09-24T01:00:00.000Z' },
      textVersion: (await open(token, 'en')).body.consents[1]?.version,
    });
    expect(stateOf((await decide(token, 'secretariat', true, 'ja')).body, 'secretariat')).toBe('given');
    expect(stateOf((await decide(token, 'secretariat', false)).body, 'secretariat')).toBe('withdrawn');
    expect((await decide(token, 'secretariat', false)).status).toBe(409);
    const rows = await world.database.read(nobody, (db) =>
      db.selectFrom('consent').select(['lang', 'endedAs']).orderBy('id').execute(),
    );
    expect(rows).toEqual([
      { lang: 'en', endedAs: 'replaced' },
      { lang: 'ja', endedAs: 'withdrawn' },
    ]);
    expect((await delegateHistory(world.database)).map((one) => one.action)).toEqual([
      ...['identity.link-made', 'consent.given', 'consent.given', 'consent.withdrawn'],
    ]);
  });

  test('to words that have changed meanwhile is refused', async () => {
    const token = tokenOf((await makeLink(officer)).body);
    const stale = await world.public.put<ProblemBody>('/api/identity/page/consents', {
      ...{ token, lang: 'ja', receiver: 'secretariat', given: true, textVersion: '0'.repeat(64) },
    });
    expect([stale.status, stale.body.detail]).toEqual([
      409,
      '同意の文面が新しくなりました。画面を開き直して、もう一度お読みください',
    ]);
  });

  test('to the host country lapses when the country becomes certain or another one', async () => {
    const change = (to: { provisional?: boolean; countryEn?: string }) =>
      world.database.write(nobody, (tx) => tx.updateTable('event').set(to).execute());
    await change({ provisional: true });
    const token = tokenOf((await makeLink(officer)).body);
    expect((await open(token)).body.consents[2]?.text).toContain('まだ確定していない');
    expect(stateOf((await decide(token, 'host_country', true)).body, 'host_country')).toBe('given');
    await decide(token, 'secretariat', true);
    await change({ provisional: false });
    expect(stateOf((await open(token)).body, 'host_country')).toBe('lapsed');
    expect(stateOf((await open(token)).body, 'secretariat')).toBe('given');
    expect(stateOf((await decide(token, 'host_country', true)).body, 'host_country')).toBe('given');
    await change({ countryEn: 'Kenya' });
    expect(stateOf((await open(token)).body, 'host_country')).toBe('lapsed');
  });

  test('on paper is recorded by those who may ask, with their name', async () => {
    const path = (receiver: string) => `/api/delegates/${delegate}/consents/${receiver}`;
    const texts = await officer.get<{ items: { receiver: string; version: string; needed: boolean }[] }>(
      '/api/events/cop32/consent-texts?lang=ja',
    );
    expect(texts.body.items.filter((one) => one.needed).map((one) => one.receiver)).toEqual([
      ...['iclei_world', 'secretariat', 'host_country'],
    ]);
    const body = { lang: 'ja', textVersion: texts.body.items[0]?.version };
    for (const [person, status] of [
      [world.public, 401],
      [await world.as({ role: 'member_viewer', memberId: officer.actor.memberId ?? '' }), 403],
      [await world.as({ role: 'member_editor' }), 404],
    ] as const) {
      expect((await person.put(path('iclei_world'), body)).status).toBe(status);
      expect((await person.del(path('iclei_world'))).status).toBe(status);
    }
    expect((await officer.put(path('iclei_world'), { lang: 'ja', textVersion: 'x' })).status).toBe(422);
    expect((await officer.put(path('nobody'), body)).status).toBe(404);
    const recorded = await officer.put<IdentityStatus>(path('iclei_world'), body);
    expect(recorded.body.consents[0]).toMatchObject({ state: 'given', method: 'paper' });
    expect((await officer.del<IdentityStatus>(path('iclei_world'))).body.consents[0]?.state).toBe('withdrawn');
  });
});
