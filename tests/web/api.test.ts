import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  addressOf,
  newIdempotencyKey,
  onSignedOut,
  onStepUp,
  onWaiting,
  Refused,
  send,
  Unreachable,
} from '#web/api.ts';

type Seen = { url: string; method: string; headers: Record<string, string>; body: unknown };

let seen: Seen[] = [];

/** Answers the calls in turn: a status with a body, or a lost connection. */
function serverAnswers(...answers: ([status: number, body: unknown] | 'lost')[]) {
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    const answer = answers[seen.length];
    seen.push({ url, method: init.method ?? '', headers: init.headers as Record<string, string>, body: init.body });
    if (answer === undefined || answer === 'lost') return Promise.reject(new TypeError('network'));
    const [status, body] = answer;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return Promise.resolve(new Response(status === 204 ? null : text, { status }));
  });
}

const problem = (status: number, code: string) => ({
  type: `https://desk.example/problems/${code}`,
  title: code,
  status,
  detail: `detail of ${code}`,
  instance: '/x',
});

const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'no failure',
    (error: unknown) => error,
  );

beforeEach(() => {
  seen = [];
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((act: () => void) => queueMicrotask(act)) as never);
});
afterEach(() => {
  onSignedOut(null);
  onStepUp(null);
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('the address has its parameters escaped and empty query values left out', () => {
  expect(
    addressOf('/api/requests/:id/messages', {
      params: { id: 'a/b' },
      query: { q: '富山 市', kind: ['pass', 'speaking'], state: undefined, owner: '' },
    }),
  ).toBe('/api/requests/a%2Fb/messages?q=%E5%AF%8C%E5%B1%B1+%E5%B8%82&kind=pass%2Cspeaking');
  expect(addressOf('/api/requests', {})).toBe('/api/requests');
});

test('a change says its version, its key and that it is JSON', async () => {
  serverAnswers([200, { id: '1' }]);
  await send('POST', '/api/requests', { body: { a: 1 }, ifMatch: 3, idempotencyKey: 'k' });
  expect(seen).toEqual([
    {
      url: '/api/requests',
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'if-match': '"3"',
        'idempotency-key': 'k',
      },
      body: '{"a":1}',
    },
  ]);
});

test('an answer without a body is undefined', async () => {
  serverAnswers([204, '']);
  expect(await send('DELETE', '/api/x')).toBeUndefined();
});

test('a refusal carries the problem', async () => {
  serverAnswers([412, { ...problem(412, 'changed-meanwhile'), current: { version: 4 } }]);
  const error = await failure(send('PUT', '/api/x', { body: {}, ifMatch: 3 }));
  expect(error).toBeInstanceOf(Refused);
  expect(error).toMatchObject({ status: 412, code: 'changed-meanwhile', body: { current: { version: 4 } } });
});

test('a page of a gateway becomes a problem too', async () => {
  serverAnswers([502, '<html>Bad gateway</html>']);
  expect(await failure(send('POST', '/api/x'))).toMatchObject({ status: 502, code: 'unavailable' });
});

test('reading is tried three times, then it is unreachable', async () => {
  serverAnswers('lost', 'lost', 'lost', [200, 'never asked']);
  expect(await failure(send('GET', '/api/x'))).toBeInstanceOf(Unreachable);
  expect(seen.length).toBe(3);
});

test('reading succeeds on a later try', async () => {
  serverAnswers('lost', [503, problem(503, 'unavailable')], [200, { fine: true }]);
  expect(await send('GET', '/api/x')).toEqual({ fine: true });
});

test('a change without a key is never sent twice', async () => {
  serverAnswers('lost', [200, {}]);
  expect(await failure(send('POST', '/api/x'))).toBeInstanceOf(Unreachable);
  expect(seen.length).toBe(1);
});

test('too much in a short time is said, and reading waits and asks again by itself', async () => {
  const said: string[] = [];
  onWaiting((words) => said.push(words));
  const tooMuch = { ...problem(429, 'too-many-requests'), seconds: 3 };
  serverAnswers([429, tooMuch], [200, { fine: true }]);
  expect(await send('GET', '/api/members')).toEqual({ fine: true });
  expect(said).toEqual(['detail of too-many-requests']);
  expect(vi.mocked(setTimeout).mock.calls.at(-1)?.[1]).toBe(3_000);

  // What was to be changed is in the person's hands, with the words of the refusal; so is a wait of minutes.
  for (const [method, seconds] of [
    ['PUT', 3],
    ['GET', 600],
  ] as const) {
    seen = [];
    serverAnswers([429, { ...tooMuch, seconds }], [200, {}]);
    expect(await failure(send(method, '/api/members'))).toMatchObject({ status: 429 });
    expect(seen).toHaveLength(1);
  }
  onWaiting(null);
});

test('a creation is repeated with the very same key', async () => {
  serverAnswers('lost', [201, { id: '1' }]);
  expect(await send('POST', '/api/x', { idempotencyKey: 'once' })).toEqual({ id: '1' });
  expect(seen.map(({ headers }) => headers['idempotency-key'])).toEqual(['once', 'once']);
});

test('a refusal is not tried again', async () => {
  serverAnswers([404, problem(404, 'not-found')], [200, {}]);
  expect(await failure(send('GET', '/api/x'))).toMatchObject({ status: 404 });
  expect(seen.length).toBe(1);
});

test('when the session has ended, signing in again sends the same request once more', async () => {
  const ask = vi.fn(async () => true);
  onSignedOut(ask);
  serverAnswers([401, problem(401, 'not-signed-in')], [200, { saved: true }]);
  expect(await send('PUT', '/api/x', { body: { typed: 'long text' } })).toEqual({ saved: true });
  expect(ask).toHaveBeenCalledTimes(1);
  expect(seen.map(({ body }) => body)).toEqual(['{"typed":"long text"}', '{"typed":"long text"}']);
});

test('two requests that find the session ended ask once', async () => {
  let signIn = (_: boolean) => {};
  const ask = vi.fn(
    () =>
      new Promise<boolean>((resolve) => {
        signIn = resolve;
      }),
  );
  onSignedOut(ask);
  serverAnswers([401, problem(401, 'not-signed-in')], [401, problem(401, 'not-signed-in')], [200, 1], [200, 2]);
  const both = Promise.all([send('GET', '/api/a'), send('GET', '/api/b')]);
  await vi.waitFor(() => expect(ask).toHaveBeenCalled());
  await Promise.resolve();
  signIn(true);
  await both;
  expect(ask).toHaveBeenCalledTimes(1);
});

test('who does not sign in again gets the refusal, and a wrong password is not asked about', async () => {
  onSignedOut(async () => false);
  serverAnswers([401, problem(401, 'not-signed-in')], [401, problem(401, 'wrong-credentials')]);
  expect(await failure(send('GET', '/api/x'))).toMatchObject({ status: 401, code: 'not-signed-in' });
  expect(await failure(send('POST', '/api/auth/sign-in/email'))).toMatchObject({ code: 'wrong-credentials' });
});

test('keys for creations differ', () => {
  expect(new Set(Array.from({ length: 50 }, newIdempotencyKey)).size).toBe(50);
});

test('what matters asks who is there, once for several calls, and is sent again as it was', async () => {
  serverAnswers(
    [403, problem(403, 'step-up-required')],
    [403, problem(403, 'step-up-required')],
    [200, { id: 'a' }],
    [200, { id: 'b' }],
  );
  let asked = 0;
  onStepUp(async () => {
    asked += 1;
    return true;
  });
  const both = [
    send('POST', '/api/accounts', { body: { email: 'a' }, idempotencyKey: 'key-of-a' }),
    send('PATCH', '/api/accounts/1', { body: { role: 'auditor' }, ifMatch: 2 }),
  ];
  expect(await Promise.all(both)).toEqual([{ id: 'a' }, { id: 'b' }]);
  expect(asked).toBe(1);
  expect(seen.slice(2)).toEqual(seen.slice(0, 2));
});

test('setting up a second step asks too, though it stands among the calls that renew a session', async () => {
  serverAnswers([403, problem(403, 'step-up-required')], [204, ''], [200, { key: 'K' }]);
  onStepUp(async () => {
    await send('POST', '/api/auth/step-up', { body: {} });
    return true;
  });
  expect(await send('POST', '/api/auth/totp')).toEqual({ key: 'K' });
});

test('whoever does not prove themselves gets the refusal', async () => {
  serverAnswers([403, problem(403, 'step-up-required')]);
  onStepUp(async () => false);
  expect(await failure(send('POST', '/api/accounts', {}))).toMatchObject({ code: 'step-up-required' });
  expect(seen.length).toBe(1);
});

test('a call that crosses the renewal of the session is sent again, without a question', async () => {
  serverAnswers([401, problem(401, 'not-signed-in')], [204, ''], [200, { items: [] }]);
  onSignedOut(() => Promise.reject(new Error('nobody is to be asked')));
  const list = send('GET', '/api/requests');
  const renewal = send('POST', '/api/auth/step-up', { body: {} });
  expect(await list).toEqual({ items: [] });
  await renewal;
});
