// Does an answer's time tell whether an address is known? `npm run timing -- [how many of each]`, or `--broken` for a
// program that gives it away. Compares by rank (Mann-Whitney); what differs is said with p, and 0.01 is the limit.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { build, isFresh } from '../../server/build.mjs';
import { call, checks, query, signIn, startInstances } from './instances.mjs';

const LIMIT = 0.01;
/** An address may be tried so often before trying becomes slower. */
const TRIES = 4;
const MOST_LOAD = 1.5;
const dist = (name) => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));
const broken = process.argv.includes('--broken');
const count = Number(process.argv.slice(2).find((one) => /^\d+$/.test(one)) ?? 1_000);
const known = Math.ceil(count / TRIES);

const [load = 0] = loadavg();
if (load > MOST_LOAD && !broken && !process.argv.includes('--anyway')) {
  console.log(
    `Skipped: the machine is busy (load ${load.toFixed(1)}, at most ${MOST_LOAD}); --anyway measures all the same.`,
  );
  process.exit(0);
}
if (broken) telling();

const { check, end } = checks('timing');
const { ports, databaseUrl, stop } = await startInstances({
  count: 1,
  base: 3299,
  settings: { RATE_FACTOR: '1000' },
  program: broken ? 'dist/server-telling/main.js' : 'dist/server/main.js',
});
const [port] = ports;

/** People who are there, and two sets of addresses that nobody has: the second only shows how much is chance. */
const ARMS = {
  known: (at) => `person${at}@known.example`,
  unknown: (at) => `person${at}@other.example`,
  control: (at) => `person${at}@third.example`,
};

async function timed(send) {
  const times = { known: [], unknown: [], control: [] };
  const said = { known: new Set(), unknown: new Set(), control: new Set() };
  for (let at = -10; at < count; at += 1) {
    for (const arm of shuffled(Object.keys(ARMS))) {
      const email = at < 0 ? `warm${at}-${arm}@third.example` : ARMS[arm](Math.floor(at / TRIES));
      const began = performance.now();
      const answer = await send(email);
      const text = await answer.text();
      const took = performance.now() - began;
      if (at < 0) continue;
      times[arm].push(took);
      said[arm].add(JSON.stringify([answer.status, withoutNumbers(text), headersOf(answer)]));
    }
  }
  return { times, said };
}

function headersOf(answer) {
  return [...answer.headers].filter(([name]) => !['date', 'x-request-id'].includes(name)).sort();
}

/** The number of the call is another one each time. */
function withoutNumbers(text) {
  return text.replaceAll(/urn:request:[\w-]+/g, '');
}

function shuffled(list) {
  return list
    .map((value) => [Math.random(), value])
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value);
}

/** The chance that two sets of times differ by as much when they do not differ: two-sided, by the normal distribution. */
function mannWhitney(a, b) {
  const all = [...a.map((value) => [value, 0]), ...b.map((value) => [value, 1])].sort(([x], [y]) => x - y);
  let ranks = 0;
  let ties = 0;
  for (let at = 0; at < all.length; ) {
    let to = at;
    while (to < all.length && all[to][0] === all[at][0]) to += 1;
    for (let one = at; one < to; one += 1) if (all[one][1] === 0) ranks += (at + to + 1) / 2;
    ties += (to - at) ** 3 - (to - at);
    at = to;
  }
  const [n, m] = [a.length, b.length];
  const u = ranks - (n * (n + 1)) / 2;
  const spread = Math.sqrt(((n * m) / 12) * (n + m + 1 - ties / ((n + m) * (n + m - 1))));
  const z = (Math.abs(u - (n * m) / 2) - 0.5) / spread;
  return 2 * (1 - normal(Math.max(0, z)));
}

/** The normal distribution up to z (Abramowitz and Stegun 26.2.17, to seven digits). */
function normal(z) {
  const t = 1 / (1 + 0.2316419 * z);
  const sum = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function tellsNothing(send) {
  const { times, said } = await timed(send);
  const answers = new Set(Object.values(said).flatMap((one) => [...one]));
  if (answers.size !== 1) throw new Error(`${answers.size} different answers`);
  const chance = mannWhitney(times.unknown, times.control);
  const p = mannWhitney(times.known, times.unknown);
  const figures = `p = ${p.toFixed(4)}, medians ${median(times.known).toFixed(2)} and ${median(times.unknown).toFixed(2)} ms`;
  if (p > LIMIT) return figures;
  // Where the same twice seems to differ too, the machine says nothing.
  if (chance <= LIMIT) return `skipped, the machine is too noisy: the same twice gave p = ${chance.toFixed(4)}`;
  throw new Error(`${figures}; the same twice p = ${chance.toFixed(4)}`);
}

try {
  await query(
    databaseUrl,
    `insert into account (id, email, name, role, member_id, lang, state, password_hash)
      select gen_random_uuid(), 'person' || n || '@known.example', 'x', a.role, a.member_id, 'ja', 'active', a.password_hash
      from generate_series(0, $1::int) n, (select * from account where email = 'toyama-editor@member.example') a`,
    [known],
  );
  await check('signing in with a wrong password', () =>
    tellsNothing((email) =>
      call(port, 'POST', '/api/auth/sign-in/email', { body: { email, password: 'not this one at all' } }),
    ),
  );
  await check('asking for a link to sign in', () =>
    tellsNothing((email) => call(port, 'POST', '/api/auth/sign-in/link', { body: { email } })),
  );
  await check('inviting somebody whom another municipality knows: the same answer', async () => {
    const headers = await signIn(port, 'toyama@member.example');
    const { account } = await (await call(port, 'GET', '/api/auth/me', { headers })).json();
    const body = { name: '', role: 'member_viewer', memberId: account.memberId, lang: 'ja' };
    const invite = async (email) => {
      const answer = await call(port, 'POST', '/api/accounts', { headers, body: { ...body, email } });
      const { id, email: _, ...rest } = await answer.json();
      return JSON.stringify([
        answer.status,
        rest,
        headersOf(answer).filter(([name]) => !/^(location|content-length)$/.test(name)),
      ]);
    };
    const [theirs, nobodys] = [await invite('shimokawa@member.example'), await invite('person9@nobody.example')];
    if (theirs !== nobodys) throw new Error(`${theirs}\n${nobodys}`);
  });
} finally {
  await stop();
  rmSync(dist('server-telling'), { recursive: true, force: true });
}
end();

/** A copy of the program that saves itself the work where there is nobody. */
function telling() {
  if (!isFresh()) build({ quiet: true });
  cpSync(dist('server'), dist('server-telling'), { recursive: true });
  let changed = 0;
  const files = readdirSync(dist('server-telling'), { recursive: true }).filter((name) => name.endsWith('.js'));
  for (const file of files.map((name) => dist(`server-telling/${name}`))) {
    const text = readFileSync(file, 'utf8');
    const late = text
      .replace('verify(kept ?? NOBODYS, password)', 'kept && verify(kept, password)')
      .replace(/else await countTry\(tx, `none /, 'else if (false) await countTry(tx, `none ');
    if (late !== text) changed += 1;
    writeFileSync(file, late);
  }
  if (changed === 0) throw new Error('there is nothing to break');
}
