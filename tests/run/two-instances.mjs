// Two instances of the built program on one PostgreSQL behind a round-robin proxy, proven without docker.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { build, isFresh } from '../../server/build.mjs';

const admin = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const name = `cop_two_${randomUUID().slice(0, 8)}`;
const results = [];
const instances = [];
const ORIGIN = 'http://127.0.0.1';

async function check(title, work) {
  try {
    await work();
    results.push({ title, status: 'passed' });
    console.log(`ok   ${title}`);
  } catch (error) {
    results.push({ title, status: 'failed' });
    console.log(`FAIL ${title}: ${error.message}`);
  }
}

function assert(fits, message) {
  if (!fits) throw new Error(message);
}

async function query(url, text) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
}

function startInstance(port) {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    APP_SECRET: randomSecret,
    DEMO: '1',
    LOG_LEVEL: 'warn',
    PUBLIC_URL: `${ORIGIN}:${proxyPort}`,
  };
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../dist/server/main.js', import.meta.url))], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  instances.push({ child, exited, port });
  return { child, exited, port };
}

async function ready(port) {
  for (let tries = 0; tries < 240; tries += 1) {
    const answer = await fetch(`${ORIGIN}:${port}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await wait(250);
  }
  throw new Error(`port ${port} was never ready`);
}

/** Takes turns between the instances that take connections, as a reverse proxy does. */
function startProxy(ports) {
  let turn = 0;
  return new Promise((resolve) => {
    const server = http.createServer((request, response) => {
      const port = ports[turn++ % ports.length];
      const upstream = http.request(
        { host: '127.0.0.1', port, path: request.url, method: request.method, headers: request.headers },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'x-instance': String(port) });
          answer.pipe(response);
        },
      );
      upstream.on('error', () => response.writeHead(502).end());
      request.pipe(upstream);
    });
    server.listen(proxyPort, '127.0.0.1', () => resolve(server));
  });
}

const proxyPort = 3290;
const [first, second] = [3291, 3292];
const randomSecret = randomUUID() + randomUUID();
const databaseUrl = (() => {
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return url.href;
})();

const json = { 'content-type': 'application/json' };
const at = (port, path, init = {}) => fetch(`${ORIGIN}:${port}${path}`, init);
const through = (path, init) => at(proxyPort, path, init);

async function signIn(port, email) {
  const answer = await at(port, '/api/auth/sign-in/email', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email, password: 'cop-desk-demo' }),
  });
  assert(answer.status === 200, `sign-in answered ${answer.status}`);
  return {
    cookie: answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
  };
}

if (!isFresh()) build({ quiet: true });
await query(admin, `create database ${name}`);
// Started together on an empty database: both migrate, one of them fills it.
startInstance(first);
startInstance(second);
const proxy = await startProxy([first, second]);
try {
  await check('both start together on an empty database', () => Promise.all([ready(first), ready(second)]));
  await check('one demonstration world was made, not two', async () => {
    const { rows } = await query(databaseUrl, `select count(*)::int as n from event where slug = 'cop32'`);
    assert(rows[0].n === 1, `${rows[0].n} events`);
  });

  let session;
  await check('signed in at one, known at the other', async () => {
    session = await signIn(first, 'toyama@member.example');
    const me = await (await at(second, '/api/auth/me', { headers: session })).json();
    assert(me.account?.email === 'toyama@member.example', 'the other does not know the session');
  });
  await check('written at one, read at the other', async () => {
    const made = await at(first, '/api/requests', {
      method: 'POST',
      headers: { ...json, ...session },
      body: JSON.stringify({ event: 'cop32', kind: 'pass' }),
    });
    assert(made.status === 201, `create answered ${made.status}`);
    const { id } = await made.json();
    const read = await at(second, `/api/requests/${id}`, { headers: session });
    assert(read.status === 200, `read answered ${read.status}`);
  });
  await check('the same Idempotency-Key at both at once makes one request', async () => {
    const key = randomUUID();
    const send = (port) =>
      at(port, '/api/requests', {
        method: 'POST',
        headers: { ...json, ...session, 'idempotency-key': key },
        body: JSON.stringify({ event: 'cop32', kind: 'bilateral' }),
      });
    const answers = await Promise.all([send(first), send(second), send(first), send(second)]);
    const ids = new Set(
      (await Promise.all(answers.filter((one) => one.status === 201).map((one) => one.json()))).map((one) => one.id),
    );
    assert(ids.size === 1, `${ids.size} requests`);
  });
  await check('a session ended at one is refused by the other within a second', async () => {
    const own = await signIn(first, 'shimokawa@member.example');
    assert((await at(second, '/api/auth/sessions', { headers: own })).status === 200, 'not known before');
    await at(first, '/api/auth/sign-out', { method: 'POST', headers: own });
    await wait(1_050);
    assert((await at(second, '/api/auth/sessions', { headers: own })).status === 401, 'still known after');
  });
  await check('who is suspended or moved at one is out at the other within a second, programs too', async () => {
    const admin = await signIn(first, 'admin@desk.example');
    const { items } = await (await at(first, '/api/accounts?limit=200', { headers: admin })).json();
    const { id, email, ...before } = items.find((one) => one.email === 'shimokawa@member.example');
    let version = before.version;
    const change = async (input) => {
      const answer = await at(first, `/api/accounts/${id}`, {
        method: 'PATCH',
        headers: { ...json, ...admin, 'if-match': `"${version}"` },
        body: JSON.stringify({ role: before.role, state: 'active', ...input }),
      });
      assert(answer.status === 200, `change answered ${answer.status}`);
      ({ version } = await answer.json());
    };
    for (const [what, input] of [
      ['suspended', { state: 'suspended' }],
      ['moved', { role: 'member_viewer' }],
    ]) {
      const session = await signIn(second, email);
      const made = await at(second, '/api/auth/tokens', {
        method: 'POST',
        headers: { ...json, ...session },
        body: JSON.stringify({ name: 'two instances', scope: 'read', days: 1 }),
      });
      const { secret } = await made.json();
      const keys = [session, { authorization: `Bearer ${secret}` }];
      const statuses = async () =>
        Promise.all(keys.map(async (headers) => (await at(second, '/api/members', { headers })).status));
      assert(String(await statuses()) === '200,200', `${what}: not in before`);
      await change(input);
      await wait(1_050);
      assert(String(await statuses()) === '401,401', `${what}: ${await statuses()} a second after`);
      await change({});
      await wait(1_050);
      assert(String(await statuses()) === '401,401', `${what}: old keys came back`);
    }
  });
  // Every way in which access ends at one instance is looked at from the other, which remembers sessions for a second.
  const send = (port, path, method, headers, body) =>
    at(port, path, { method, headers: { ...json, ...headers }, body: JSON.stringify(body) });
  const known = async (port, headers) => (await at(port, '/api/auth/sessions', { headers })).status === 200;
  const cookieOf = (answer, before) => {
    const set = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
    return set.length > 0 ? { cookie: set.join('; ') } : before;
  };
  await check('a role changed and a suspension at one end access at the other within a second', async () => {
    const office = await signIn(first, 'admin@desk.example');
    const { items } = await (await at(first, '/api/accounts?limit=100', { headers: office })).json();
    for (const [email, change] of [
      ['toyama-editor@member.example', { role: 'member_viewer', state: 'active' }],
      ['shimokawa@member.example', { role: 'member_manager', state: 'suspended' }],
    ]) {
      const own = await signIn(second, email);
      assert(await known(second, own), `${email} not known before`);
      const { id, version } = items.find((one) => one.email === email);
      const headers = { ...office, 'if-match': `"${version}"` };
      const answer = await send(first, `/api/accounts/${id}`, 'PATCH', headers, change);
      assert(answer.status === 200, `change answered ${answer.status}`);
      await wait(1_050);
      assert(!(await known(second, own)), `${email} still known after`);
    }
  });
  await check('a password changed at one ends the other sessions at the other within a second', async () => {
    const mail = 'yokohama@member.example';
    const [here, elsewhere] = [await signIn(first, mail), await signIn(second, mail)];
    assert(await known(second, elsewhere), 'not known before');
    const body = { current: 'cop-desk-demo', password: 'kawa no soba no ie' };
    const answer = await send(first, '/api/auth/password', 'PUT', here, body);
    assert(answer.status === 204, `password answered ${answer.status}`);
    const renewed = cookieOf(answer, here);
    assert(renewed.cookie !== here.cookie, 'the token stayed the same');
    await wait(1_050);
    assert(await known(second, renewed), 'the renewed session is not known');
    assert(!(await known(second, here)), 'the old token still works');
    assert(!(await known(second, elsewhere)), 'the other session still works');
  });
  await check('proving oneself at one gives a token that the other knows, and ends the old one', async () => {
    const own = await signIn(first, 'registrar@desk.example');
    assert(await known(second, own), 'not known before');
    const answer = await send(first, '/api/auth/step-up', 'POST', own, { by: 'password', secret: 'cop-desk-demo' });
    assert(answer.status === 204, `step-up answered ${answer.status}`);
    const renewed = cookieOf(answer, own);
    assert(renewed.cookie !== own.cookie, 'the token stayed the same');
    await wait(1_050);
    assert((await known(second, renewed)) && !(await known(second, own)), 'the tokens are not as they should be');
  });
  await check('one of two stops under load and nobody notices', async () => {
    const leaving = instances[1];
    const stop = wait(400).then(() => leaving.child.kill('SIGTERM'));
    const statuses = [];
    const until = Date.now() + 2_500;
    // The proxy looks at readiness first, as the one in docker-compose.yml does.
    while (Date.now() < until) {
      const port = (await at(second, '/readyz').then(
        (one) => one.ok,
        () => false,
      ))
        ? second
        : first;
      statuses.push(
        await at(port, '/schedule/cop32').then(
          (one) => one.status,
          () => 0,
        ),
      );
    }
    await stop;
    assert((await leaving.exited) === 0, 'did not stop cleanly');
    const failed = statuses.filter((status) => status !== 200 && status !== 0);
    assert(
      failed.length === 0 && statuses.filter((one) => one === 0).length <= 1,
      `${failed.length} of ${statuses.length} failed`,
    );
  });
  await check('the one that stayed still answers through the proxy', async () => {
    const answer = await at(first, '/readyz');
    assert(answer.ok, `readyz ${answer.status}`);
    const page = await Promise.race([through('/schedule/cop32'), through('/schedule/cop32')]);
    assert([200, 502].includes(page.status), `schedule ${page.status}`);
  });
} finally {
  proxy.close();
  for (const { child } of instances) child.kill('SIGTERM');
  await Promise.all(instances.map(({ exited }) => exited));
  await query(admin, `drop database if exists ${name} with (force)`);
}

const failed = results.filter((one) => one.status === 'failed').length;
mkdirSync(new URL('../../test-results/', import.meta.url), { recursive: true });
writeFileSync(
  new URL('../../test-results/two-instances.json', import.meta.url),
  JSON.stringify({ numPassedTests: results.length - failed, numFailedTests: failed, testResults: [] }),
);
process.exit(failed === 0 ? 0 : 1);
