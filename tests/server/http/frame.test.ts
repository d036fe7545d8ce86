import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { created, rawJson } from '#server/http/reply.ts';
import { routes } from '#server/http/route.ts';
import { defineOperations } from '#shared/operation.ts';
import type { ProblemBody } from '#shared/problem.ts';
import { refuse } from '#shared/problem.ts';
import { ifMatch, useWorld } from '#tests/support/world.ts';

const Thing = z.strictObject({ id: z.string(), title: z.string(), version: z.int() });
const params = z.strictObject({ id: z.uuid() });
const operations = defineOperations({
  'GET /api/things': {
    id: 'listThings',
    summary: 'Things',
    action: 'public.read',
    query: z.strictObject({ limit: z.coerce.number().int().max(10).default(5) }),
    answer: z.strictObject({ limit: z.int() }),
  },
  'GET /api/things/raw': { id: 'rawThings', summary: 'Raw', action: 'public.read', answer: Thing },
  'GET /api/things/{id}': { id: 'readThing', summary: 'One', action: 'organisation.read', params, answer: Thing },
  'POST /api/things': {
    id: 'addThing',
    summary: 'Add',
    action: 'request.write',
    body: z.strictObject({
      title: z.string().min(1),
      when: z.string({ error: '日時を選んでください|||Choose a time' }),
    }),
    status: 201,
    answer: Thing,
  },
  'PUT /api/things/{id}': {
    id: 'changeThing',
    summary: 'Change',
    action: 'request.write',
    params,
    ifMatch: true,
    body: z.strictObject({ title: z.string() }),
    answer: Thing,
  },
  'DELETE /api/things/{id}': { id: 'dropThing', summary: 'Drop', action: 'request.write', params, status: 204 },
  'GET /api/odd/{how}': { id: 'odd', summary: 'Odd', action: 'public.read', answer: z.strictObject({ a: z.int() }) },
});

const id = '019a0000-0000-7000-8000-000000000001';
const odd: Record<string, () => unknown> = {
  extra: () => ({ a: 1, secret: 'x' }),
  missing: () => ({}),
  crash: () => {
    throw new Error('the password is hunter2');
  },
  state: () => {
    throw Object.assign(new Error('duplicate key (mail)=(a@b.example)'), { code: '23505' });
  },
  busy: () => {
    throw Object.assign(new Error('deadlock'), { code: '40P01' });
  },
  garbled: () => {
    throw Object.assign(new Error('invalid byte sequence'), { code: '22021' });
  },
  refused: () => refuse('pool-full', { pool: 'ブルーゾーン', short: 2 }, { free: 1 }),
};
const handled = routes(operations, {
  'GET /api/things': async ({ query }) => ({ limit: query.limit }),
  'GET /api/things/raw': async () => rawJson(`{"id":"${id}","title":"raw","version":2}`),
  'GET /api/things/{id}': async ({ params }) => ({ id: params.id, title: 'one', version: 7 }),
  'POST /api/things': async ({ body }) => created({ id, title: body.title, version: 1 }, `/api/things/${id}`),
  'PUT /api/things/{id}': async ({ params, body, ifMatch }) => ({
    id: params.id,
    title: body.title,
    version: ifMatch + 1,
  }),
  'DELETE /api/things/{id}': async () => {},
  'GET /api/odd/{how}': async ({ params }) => odd[(params as { how: string }).how]?.() as { a: number },
});

const world = useWorld({ routes: handled });
const problemOf = (answer: { body: unknown }) => answer.body as ProblemBody;
const codeOf = (answer: { body: unknown }) => problemOf(answer).type.replace('/problems/', '');

describe('an answer', () => {
  test('carries its version as an ETag', async () => {
    const member = await world.as({ role: 'member_editor' });
    const answer = await member.get(`/api/things/${id}`);
    expect([answer.status, answer.headers.get('etag'), answer.body]).toEqual([
      200,
      '"7"',
      { id, title: 'one', version: 7 },
    ]);
  });

  test('of a creation says where the new thing is', async () => {
    const member = await world.as({ role: 'member_editor' });
    const answer = await member.post('/api/things', { title: 'a', when: 'b' });
    expect([answer.status, answer.headers.get('location')]).toEqual([201, `/api/things/${id}`]);
  });

  test('without content is 204 and empty', async () => {
    const member = await world.as({ role: 'member_editor' });
    const answer = await member.del(`/api/things/${id}`);
    expect([answer.status, answer.text]).toEqual([204, '']);
  });

  test('made by the database is sent as it is, and literal addresses win over parameters', async () => {
    expect((await world.public.get('/api/things/raw')).text).toBe(`{"id":"${id}","title":"raw","version":2}`);
  });

  test.each(['extra', 'missing'])('that is not what the contract says fails in tests: %s', async (how) => {
    const answer = await world.public.get(`/api/odd/${how}`);
    expect([answer.status, codeOf(answer)]).toEqual([500, 'broken']);
  });
});

describe('who may', () => {
  test('is asked before anything is looked at', async () => {
    const answer = await world.public.post('/api/things', { nonsense: true });
    expect([answer.status, codeOf(answer)]).toEqual([401, 'not-signed-in']);
  });

  test('says why not in the caller’s language', async () => {
    const viewer = await world.as({ role: 'member_viewer', lang: 'en' });
    const answer = await viewer.post('/api/things', { title: 'a', when: 'b' });
    expect([answer.status, codeOf(answer), problemOf(answer).detail]).toEqual([
      403,
      'not-allowed',
      'This is done by: Municipality officer, Municipality manager, Office coordinator',
    ]);
  });
});

describe('what is sent', () => {
  let member: Awaited<ReturnType<typeof world.as>>;
  beforeEach(async () => {
    member = await world.as({ role: 'member_editor' });
  });

  test('is refused field by field, with what to do', async () => {
    const answer = await member.post('/api/things', { title: '', more: 1 });
    expect([answer.status, codeOf(answer), problemOf(answer).errors]).toEqual([
      422,
      'invalid-input',
      [
        { pointer: '/title', detail: '入力してください' },
        { pointer: '/when', detail: '日時を選んでください' },
        { pointer: '/more', detail: 'この項目は受け付けていません' },
      ],
    ]);
  });

  test('in the query is named with a question mark', async () => {
    const answer = await world.public.get('/api/things?limit=99&x=1');
    expect(problemOf(answer).errors).toEqual([
      { pointer: '?limit', detail: '10以下にしてください' },
      { pointer: '?x', detail: 'この項目は受け付けていません' },
    ]);
  });

  test('as an id that is none is not found', async () => {
    expect(codeOf(await member.get('/api/things/17'))).toBe('not-found');
    expect(codeOf(await member.get('/api/things/%00'))).toBe('bad-request');
  });

  test('must say which version it changes', async () => {
    expect(codeOf(await member.put(`/api/things/${id}`, { title: 'b' }))).toBe('version-required');
    const changed = await member.put(`/api/things/${id}`, { title: 'b' }, ifMatch(3));
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"4"']);
  });

  const raw = (body: BodyInit, type: string | null = 'application/json') =>
    world.app.request('/api/things', {
      method: 'POST',
      body,
      headers: type === null ? {} : { 'content-type': type },
    });
  test.each([
    ['a form', 415, () => raw('title=a', 'application/x-www-form-urlencoded')],
    ['text', 415, () => raw('{}', 'text/plain')],
    ['too much', 413, () => raw(JSON.stringify({ title: 'a'.repeat(65_536) }))],
    ['half of it', 400, () => raw('{"title":')],
    ['bytes that are no text', 400, () => raw(new Uint8Array([0x22, 0xff, 0x22]))],
    ['too deep', 400, () => raw('['.repeat(17) + ']'.repeat(17))],
    ['a prototype', 400, () => raw('{"__proto__":{"a":1}}')],
    ['a constructor', 400, () => raw('{"a":[{"constructor":1}]}')],
  ])('is refused when it is %s', async (_, status, send) => {
    expect((await send()).status).toBe(status);
  });

  test('is counted while it is read, whatever its length says', async () => {
    const body = new ReadableStream({
      start(controller) {
        for (let at = 0; at < 70; at += 1) controller.enqueue(new Uint8Array(1024).fill(32));
        controller.close();
      },
    });
    const request = new Request('http://localhost/api/things', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
      duplex: 'half',
    } as RequestInit);
    expect((await world.app.request(request)).status).toBe(413);
  });

  test('may hold brackets in its words, and sixteen levels', async () => {
    const deep = `{"title":${'['.repeat(15)}"${'['.repeat(40)}"${']'.repeat(15)}}`;
    expect((await raw(deep)).status).toBe(401);
  });

  test.each(['\u0000', '\ud800'])('may not hold what cannot be kept: %j', async (char) => {
    const answer = await member.post('/api/things', { title: `a${char}`, when: 'x' });
    expect(problemOf(answer).errors).toEqual([{ pointer: '/title', detail: '読み取れない文字を除いてください' }]);
  });
});

describe('where it comes from', () => {
  const post = (headers: Record<string, string>) =>
    world.app.request('http://localhost/api/things', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', host: 'localhost', ...headers },
    });
  test.each([
    ['our page', { 'sec-fetch-site': 'same-origin' }, 401],
    ['a program', {}, 401],
    ['an older browser on our page', { origin: 'http://localhost' }, 401],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a neighbour', { 'sec-fetch-site': 'same-site' }, 403],
    ['an address bar', { 'sec-fetch-site': 'none' }, 403],
    ['an older browser elsewhere', { origin: 'https://evil.example' }, 403],
    ['a sandbox', { origin: 'null' }, 403],
  ])('%s', async (_, headers, status) => {
    expect((await post(headers)).status).toBe(status);
  });

  test('other sites may not read either, an address bar may', async () => {
    const get = (site: string) => world.public.get('/api/things', { 'sec-fetch-site': site });
    expect([(await get('cross-site')).status, (await get('none')).status]).toEqual([403, 200]);
  });
});

describe('addresses', () => {
  test('that are none are not found, and known ones say their methods', async () => {
    const wrong = await world.public.put('/api/things', {});
    expect([wrong.status, codeOf(wrong), wrong.headers.get('allow')]).toEqual([405, 'wrong-method', 'GET, POST']);
    const none = await world.public.get('/api/nothing');
    expect([none.status, none.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
  });

  test.each(['/api//things', '/api/x%2fy', '/api/x%5Cy', `/api/things?${'a&'.repeat(40)}`, `/api/${'a'.repeat(3000)}`])(
    'that two programs could read in two ways are refused: %#',
    async (path) => {
      expect((await world.public.get(path)).status).toBe(400);
    },
  );

  test('answer HEAD like GET, without the body', async () => {
    const answer = await world.app.request('/api/things', { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });
});

describe('a failure', () => {
  test.each([
    ['crash', 500, 'broken'],
    ['state', 409, 'already-exists'],
    ['busy', 503, 'unavailable'],
    ['garbled', 400, 'bad-request'],
  ])('is told without its own words: %s', async (how, status, code) => {
    const answer = await world.public.get(`/api/odd/${how}`);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    expect(answer.text + world.logged.join('')).not.toMatch(/hunter2|a@b|deadlock|invalid byte/);
    expect(problemOf(answer).instance).toBe(`urn:request:${answer.headers.get('x-request-id')}`);
  });

  test('that is a refusal keeps what it says beside', async () => {
    const answer = await world.public.get('/api/odd/refused', { 'accept-language': 'en' });
    expect(answer.body).toMatchObject({ status: 409, free: 1, detail: 'ブルーゾーン is short of 2 places.' });
  });

  test('that passes asks to come back', async () => {
    expect((await world.public.get('/api/odd/busy')).headers.get('retry-after')).toBe('2');
  });
});
