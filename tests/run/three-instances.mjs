// Three instances on one PostgreSQL: whatever ends access at one of them ends it at all three within a second.
// With `--broken` the program remembers who is signed in for five seconds, and the checks must fail.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build, isFresh } from '../../server/build.mjs';
import { call, checks, cookieOf, PASSWORD, signIn, startInstances } from './instances.mjs';

const WITHIN_MS = 1_000;
const GIVE_UP_MS = 4_000;
const dist = (name) => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));
const broken = process.argv.includes('--broken');
if (broken) forgetful();

const { check, end } = checks('three-instances');
const { ports, stop } = await startInstances({
  count: 3,
  base: 3294,
  program: broken ? 'dist/server-broken/main.js' : 'dist/server/main.js',
});
const [first, second, third] = ports;

function assert(fits, message) {
  if (!fits) throw new Error(message);
}

const isIn = async (port, headers) => (await call(port, 'GET', '/api/members', { headers })).status === 200;

/** When, in milliseconds after the act was answered, each instance was first asked in vain. */
async function outAfter(headers, act) {
  for (const port of ports) assert(await isIn(port, headers), `not known at ${port} before`);
  const done = await act();
  assert(done.ok, `the act answered ${done.status}`);
  const began = performance.now();
  const times = await Promise.all(
    ports.map(async (port) => {
      for (;;) {
        const asked = performance.now() - began;
        if (!(await isIn(port, headers))) return asked;
        if (asked > GIVE_UP_MS) return Number.POSITIVE_INFINITY;
        await wait(20);
      }
    }),
  );
  return { done, times };
}

/** The same three times, each with the act at another instance; says the slowest. */
async function endsEverywhere(prepare) {
  let slowest = 0;
  for (const at of ports) {
    const others = ports.filter((port) => port !== at);
    const { headers, act, after = async () => {} } = await prepare(at, others);
    const { done, times } = await outAfter(headers, () => act());
    await after(done);
    slowest = Math.max(slowest, ...times);
  }
  assert(slowest <= WITHIN_MS, `${Math.round(slowest)} ms`);
  return `${Math.round(slowest)} ms at most`;
}

const office = await signIn(first, 'admin@desk.example');
const editor = 'toyama-editor@member.example';
async function accountOf(email) {
  const { items } = await (await call(first, 'GET', '/api/accounts?limit=100', { headers: office })).json();
  return items.find((one) => one.email === email);
}
async function change(port, email, input) {
  const { id, version } = await accountOf(email);
  const headers = { ...office, 'if-match': `"${version}"` };
  return call(port, 'PATCH', `/api/accounts/${id}`, { headers, body: input });
}

try {
  await check('signing out', () =>
    endsEverywhere(async (at, [elsewhere]) => {
      const headers = await signIn(elsewhere, editor);
      return { headers, act: () => call(at, 'POST', '/api/auth/sign-out', { headers }) };
    }),
  );
  await check('a suspension', () =>
    endsEverywhere(async (at, [elsewhere]) => ({
      headers: await signIn(elsewhere, editor),
      act: () => change(at, editor, { role: 'member_editor', state: 'suspended' }),
      after: () => change(at, editor, { role: 'member_editor', state: 'active' }),
    })),
  );
  await check('another role', () =>
    endsEverywhere(async (at, [elsewhere]) => ({
      headers: await signIn(elsewhere, editor),
      act: () => change(at, editor, { role: 'member_viewer', state: 'active' }),
      after: () => change(at, editor, { role: 'member_editor', state: 'active' }),
    })),
  );
  await check('a password changed ends the other sessions, and the own one goes on with a new token', async () => {
    let password = PASSWORD;
    return endsEverywhere(async (at, [elsewhere, other]) => {
      const headers = await signIn(elsewhere, editor, password);
      const own = await signIn(other, editor, password);
      const next = `kawa no soba no ie ${at}`;
      const act = () =>
        call(at, 'PUT', '/api/auth/password', { headers: own, body: { current: password, password: next } });
      const after = async (done) => {
        password = next;
        for (const port of ports) {
          assert(await isIn(port, cookieOf(done)), `the new token is not known at ${port}`);
          assert(!(await isIn(port, own)), `the old token still works at ${port}`);
        }
      };
      return { headers, act, after };
    });
  });
  await check('a token ended, and a suspension for the program that acts by one', async () => {
    const own = await signIn(second, 'shimokawa@member.example');
    const body = { name: 'three instances', scope: 'read', days: 1 };
    const make = async () => (await call(second, 'POST', '/api/auth/tokens', { headers: own, body })).json();
    const { id, secret } = await make();
    const ended = await outAfter({ authorization: `Bearer ${secret}` }, () =>
      call(third, 'DELETE', `/api/auth/tokens/${id}`, { headers: own }),
    );
    const { secret: another } = await make();
    const suspended = await outAfter({ authorization: `Bearer ${another}` }, () =>
      change(third, 'shimokawa@member.example', { role: 'member_manager', state: 'suspended' }),
    );
    const slowest = Math.max(...ended.times, ...suspended.times);
    assert(slowest <= WITHIN_MS, `${Math.round(slowest)} ms`);
    return `${Math.round(slowest)} ms at most`;
  });
} finally {
  await stop();
  rmSync(dist('server-broken'), { recursive: true, force: true });
}
end();

/** A copy of the program that is five seconds late to notice. */
function forgetful() {
  if (!isFresh()) build({ quiet: true });
  cpSync(dist('server'), dist('server-broken'), { recursive: true });
  const main = readFileSync(dist('server-broken/main.js'), 'utf8');
  const late = main.replace(/REMEMBERED_MS = [\w.]+/, 'REMEMBERED_MS = 5e3');
  assert(late !== main, 'there is nothing to break');
  writeFileSync(dist('server-broken/main.js'), late);
}
