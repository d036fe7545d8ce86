import { beforeEach, describe, expect, test } from 'vitest';
import { insertPasses } from '#db/queries/passes.ts';
import { violated } from '#db/violation.ts';
import { passRoutes } from '#server/passes/routes.ts';
import type { PassView } from '#shared/passes/contract.ts';
import {
  type AMember,
  type AnEvent,
  aMember,
  anEvent,
  aPassRequest,
  aPool,
  someDelegates,
} from '#tests/support/builders/passes.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: passRoutes });
let event: AnEvent;
let member: AMember;
let staff: Client;

beforeEach(async () => {
  event = await anEvent(world.database);
  member = await aMember(world.database);
  staff = await world.as({ role: 'staff_coordinator', name: '森 千尋' });
});

type Place = { delegateId: string; poolId: string; from?: string; to?: string };
const allot = (client: Client, requestId: string, places: Place[], version = 1) =>
  client.post<{ items: PassView[] } & Record<string, unknown>>(
    `/api/requests/${requestId}/passes`,
    { places: places.map((one) => ({ from: '2027-11-08', to: '2027-11-13', ...one })) },
    ifMatch(version),
  );
const rowsOf = (table: 'pass' | 'outbox' | 'history' | 'request') =>
  world.database.read(nobody, (db) => db.selectFrom(table).selectAll().orderBy('id').execute());
const stateOf = async (id: string) => {
  const requests = (await rowsOf('request')) as { id: string; state: string; stage: string | null; version: number }[];
  const row = requests.find((one) => one.id === id);
  return [row?.state, row?.stage, row?.version];
};

describe('allotting', () => {
  test('gives the lowest places, fulfils the request, and tells the municipality and the record', async () => {
    const officer = await world.as({ role: 'member_editor', memberId: member.id });
    const pool = await aPool(world.database, event, 3);
    const [a, b] = (await someDelegates(world.database, event, member, ['石黒', '高橋'])) as [string, string];
    const request = await aPassRequest(world.database, event, member, [a, b]);

    const answer = await allot(staff, request.id, [
      { delegateId: a, poolId: pool },
      { delegateId: b, poolId: pool, from: '2027-11-10' },
    ]);

    expect(answer.status).toBe(201);
    expect(answer.body.items.map((pass) => [pass.delegate.name, pass.placeNumber, pass.from, pass.to])).toEqual([
      ['石黒 花', 1, '2027-11-08', '2027-11-13'],
      ['高橋 花', 2, '2027-11-10', '2027-11-13'],
    ]);
    expect(await stateOf(request.id)).toEqual(['fulfilled', null, 2]);
    const history = (await rowsOf('history')) as {
      subject: string;
      action: string;
      toState: string;
      requestId: string;
    }[];
    expect(history.map((row) => [row.subject, row.action, row.toState, row.requestId])).toEqual([
      ['pass', 'allot', 'confirmed', request.id],
      ['pass', 'allot', 'confirmed', request.id],
      ['request', 'fulfil', 'fulfilled', request.id],
    ]);
    const mail = (await rowsOf('outbox')) as { accountId: string; template: string; params: unknown }[];
    expect(mail.map((row) => [row.accountId, row.template, row.params])).toEqual([
      [officer.actor.accountId, 'pass.allotted', { reference: request.reference, path: `/requests/${request.id}` }],
    ]);
  });

  test('some of the people is partly; a reserve is not waited for; the rest completes it', async () => {
    const pool = await aPool(world.database, event, 3);
    const [a, b, reserve] = (await someDelegates(world.database, event, member, ['甲', '乙', '丙'])) as [
      string,
      string,
      string,
    ];
    const request = await aPassRequest(world.database, event, member, [a, b], { reserves: [reserve] });

    expect((await allot(staff, request.id, [{ delegateId: a, poolId: pool }])).status).toBe(201);
    expect(await stateOf(request.id)).toEqual(['approved', 'partly', 2]);
    expect((await allot(staff, request.id, [{ delegateId: b, poolId: pool }], 2)).status).toBe(201);
    expect(await stateOf(request.id)).toEqual(['fulfilled', null, 3]);
    expect((await allot(staff, request.id, [{ delegateId: reserve, poolId: pool }], 3)).status).toBe(201);
    expect(await stateOf(request.id)).toEqual(['fulfilled', null, 4]);
  });

  test('one place too few refuses all of them, with the pool and the day', async () => {
    const pool = await aPool(world.database, event, 2);
    const [a, b, other] = (await someDelegates(world.database, event, member, ['甲', '乙', '丙'])) as [
      string,
      string,
      string,
    ];
    const first = await aPassRequest(world.database, event, member, [other]);
    await allot(staff, first.id, [{ delegateId: other, poolId: pool, from: '2027-11-12' }]);
    const request = await aPassRequest(world.database, event, member, [a, b]);
    const before = [await rowsOf('pass'), await rowsOf('history'), await rowsOf('outbox')];

    const answer = await allot(staff, request.id, [
      { delegateId: a, poolId: pool },
      { delegateId: b, poolId: pool },
    ]);

    expect(answer.body).toMatchObject({
      type: '/problems/pool-full',
      status: 409,
      poolId: pool,
      day: '2027-11-12',
      short: 1,
    });
    expect(answer.body.detail).toBe('ブルーゾーン 第1週は11月12日（金）に1名分足りません。');
    expect([await rowsOf('pass'), await rowsOf('history'), await rowsOf('outbox')]).toEqual(before);
    expect(await stateOf(request.id)).toEqual(['approved', null, 1]);
  });

  test('ten colleagues want the last place: one gets it, nine are told that it is gone', async () => {
    const pool = await aPool(world.database, event, 1);
    const ids = await someDelegates(world.database, event, member, [...'甲乙丙丁戊己庚辛壬癸']);
    const requests = await Promise.all(ids.map((id) => aPassRequest(world.database, event, member, [id])));

    const answers = await Promise.all(
      requests.map((request, at) => allot(staff, request.id, [{ delegateId: ids[at] as string, poolId: pool }])),
    );

    expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array(9).fill(409)]);
    for (const answer of answers.filter((one) => one.status === 409)) {
      expect([answer.body.type, answer.body.detail]).toEqual([
        '/problems/pool-full',
        'ブルーゾーン 第1週は11月8日（月）に1名分足りません。',
      ]);
    }
    expect(await rowsOf('pass')).toHaveLength(1);
  });

  test('two requests for one person at once: one gets the pass', async () => {
    const pools = [await aPool(world.database, event, 5), await aPool(world.database, event, 5, { zone: 'green' })];
    const [a] = (await someDelegates(world.database, event, member, ['甲'])) as [string];
    const requests = await Promise.all(pools.map(() => aPassRequest(world.database, event, member, [a])));

    const answers = await Promise.all(
      requests.map((request, at) => allot(staff, request.id, [{ delegateId: a, poolId: pools[at] as string }])),
    );

    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body).toMatchObject({
      type: '/problems/already-holds-pass',
      detail: '甲 花さんは、同じ日のパスをすでに持っています。',
      delegateIds: [a],
    });
  });

  test('the same call sent twice under one key gives the place once, and the same answer', async () => {
    const pool = await aPool(world.database, event, 1);
    const [a] = (await someDelegates(world.database, event, member, ['甲'])) as [string];
    const request = await aPassRequest(world.database, event, member, [a]);
    const places = [{ delegateId: a, poolId: pool, from: '2027-11-08', to: '2027-11-09' }];
    const send = () =>
      staff.post<{ items: PassView[] }>(
        `/api/requests/${request.id}/passes`,
        { places },
        { ...ifMatch(1), 'idempotency-key': 'allot-once-0001' },
      );
    const [first, second] = await Promise.all([send(), send()]);
    expect([first?.status, second?.status]).toEqual([201, 201]);
    expect(second?.body).toEqual(first?.body);
    expect(await rowsOf('pass')).toHaveLength(1);
  });

  test('a person may follow another on one place, and hold the next week too', async () => {
    const week1 = await aPool(world.database, event, 1);
    const week2 = await aPool(world.database, event, 1, { from: '2027-11-15', to: '2027-11-19' });
    const [a, b] = (await someDelegates(world.database, event, member, ['甲', '乙'])) as [string, string];
    const request = await aPassRequest(world.database, event, member, [a, b]);
    const answer = await allot(staff, request.id, [
      { delegateId: a, poolId: week1, to: '2027-11-10' },
      { delegateId: b, poolId: week1, from: '2027-11-11' },
      { delegateId: a, poolId: week2, from: '2027-11-15', to: '2027-11-19' },
    ]);
    expect([answer.status, answer.body.items?.map((pass) => pass.placeNumber)]).toEqual([201, [1, 1, 1]]);
  });
});

describe('allotting is refused', () => {
  test.each([
    ['another municipality’s person', 'other'],
    ['somebody removed', 'removed'],
    ['a person of another event', 'elsewhere'],
  ])('to %s', async (_, who) => {
    const pool = await aPool(world.database, event, 5);
    const [own, removed] = (await someDelegates(world.database, event, member, ['甲', '乙'])) as [string, string];
    const [other] = (await someDelegates(world.database, event, await aMember(world.database, '緑市'), ['丙'])) as [
      string,
    ];
    const later = await anEvent(world.database, 'cop33');
    const [elsewhere] = (await someDelegates(world.database, later, member, ['丁'])) as [string];
    await world.database.write(nobody, (tx) =>
      tx.updateTable('delegate').set({ removedAt: new Date() }).where('id', '=', removed).execute(),
    );
    const request = await aPassRequest(world.database, event, member, [own]);
    const stranger = { other, removed, elsewhere }[who] as string;

    const answer = await allot(staff, request.id, [
      { delegateId: own, poolId: pool },
      { delegateId: stranger, poolId: pool },
    ]);

    expect(answer.body).toMatchObject({ type: '/problems/not-in-delegation', delegateIds: [stranger] });
    expect(await rowsOf('pass')).toEqual([]);
  });

  test('on days outside the pool, and from a pool of another event', async () => {
    const pool = await aPool(world.database, event, 5);
    const foreign = await aPool(world.database, await anEvent(world.database, 'cop33'), 5);
    const [a, b] = (await someDelegates(world.database, event, member, ['甲', '乙'])) as [string, string];
    const request = await aPassRequest(world.database, event, member, [a, b]);
    const answer = await allot(staff, request.id, [
      { delegateId: a, poolId: pool, to: '2027-11-14' },
      { delegateId: b, poolId: foreign },
    ]);
    expect([answer.status, (answer.body.errors as { pointer: string }[]).map((one) => one.pointer)]).toEqual([
      422,
      ['/places/0/from', '/places/1/poolId'],
    ]);
  });

  test.each(['submitted', 'in_triage', 'waitlisted', 'declined', 'withdrawn'])(
    'while the request is %s',
    async (state) => {
      const pool = await aPool(world.database, event, 5);
      const [a] = (await someDelegates(world.database, event, member, ['甲'])) as [string];
      const request = await aPassRequest(world.database, event, member, [a], { state });
      const answer = await allot(staff, request.id, [{ delegateId: a, poolId: pool }]);
      expect([answer.status, answer.body.detail]).toEqual([409, '承認した申請にだけパスを渡せます']);
    },
  );

  test('when somebody changed the request meanwhile, with the request as it is now', async () => {
    const pool = await aPool(world.database, event, 5);
    const [a] = (await someDelegates(world.database, event, member, ['甲'])) as [string];
    const request = await aPassRequest(world.database, event, member, [a]);
    const answer = await allot(staff, request.id, [{ delegateId: a, poolId: pool }], 7);
    expect([answer.status, (answer.body.current as { version: number }).version]).toEqual([412, 1]);
  });

  test('to whoever may not, and where nothing is', async () => {
    const pool = await aPool(world.database, event, 5);
    const [a] = (await someDelegates(world.database, event, member, ['甲'])) as [string];
    const request = await aPassRequest(world.database, event, member, [a]);
    const place = [{ delegateId: a, poolId: pool }];
    const statuses = [(await allot(world.public, request.id, place)).status];
    for (const role of ['member_manager', 'staff_triager', 'staff_admin', 'auditor'] as const) {
      statuses.push((await allot(await world.as({ role, memberId: member.id }), request.id, place)).status);
    }
    statuses.push((await allot(staff, '019a0000-0000-7000-8000-000000000001', place)).status);
    expect(statuses).toEqual([401, 403, 403, 403, 403, 404]);
    expect((await allot(await world.as({ role: 'registrar' }), request.id, place)).status).toBe(201);
  });
});

test('the database itself refuses a place or a person twice, and days outside the pool', async () => {
  const pool = await aPool(world.database, event, 2);
  const [a, b] = (await someDelegates(world.database, event, member, ['甲', '乙'])) as [string, string];
  const request = await aPassRequest(world.database, event, member, [a, b]);
  const pass = { poolId: pool, placeNumber: 1, delegateId: a, from: '2027-11-08', to: '2027-11-09' };
  const insert = (...passes: (typeof pass)[]) =>
    world.database
      .write(nobody, (tx) =>
        insertPasses(tx, { eventId: event.id, memberId: member.id, requestId: request.id, at: world.now }, passes),
      )
      .then(() => null, violated);
  expect(await insert(pass, { ...pass, delegateId: b })).toBe('place_free');
  expect(await insert(pass, { ...pass, placeNumber: 2, from: '2027-11-09' })).toBe('delegate_free');
  expect(await insert({ ...pass, to: '2027-11-14' })).toBe('pass_within_pool');
});
