import { expect, test } from 'vitest';
import { createRates, RATES } from '#server/http/rates.ts';
import { codeOf } from '#tests/support/accounts.ts';
import { type Client, useWorld } from '#tests/support/world.ts';

const world = useWorld({ rates: createRates() });
const AT = new Date('2026-07-01T00:00:00Z');
const MEMBER = '019a0000-0000-7000-8000-0000000000c1';

const read = (client: Client) => client.get('/api/members');
const write = (client: Client) => client.put('/api/auth/language', { lang: 'ja' });
/** How many of so many calls in a row were let in. */
async function letIn(times: number, call: () => Promise<{ status: number }>): Promise<number> {
  const answers = [];
  for (let at = 0; at < times; at += 1) answers.push(await call());
  return answers.filter(({ status }) => status !== 429).length;
}

test.each([
  ['reading', RATES.read, read, 1],
  ['writing', RATES.write, write, 1],
  ['searching', RATES.search, (client: Client) => client.get('/api/members?q=富山'), 2],
] as const)(
  '%s is let in as often as the rate says, and again after a part of the minute',
  async (_, most, call, wait) => {
    world.realNow = AT;
    const somebody = await world.as({ role: 'staff_coordinator' });
    const other = await world.as({ role: 'staff_coordinator' });
    expect(await letIn(most, () => call(somebody))).toBe(most);
    const refused = await call(somebody);
    expect([refused.status, codeOf(refused), refused.headers.get('retry-after')]).toEqual([
      429,
      'too-many-requests',
      String(wait),
    ]);
    expect(refused.body).toMatchObject({ seconds: wait });
    // Whoever is refused keeps nobody else out, and waiting as long as was said is enough.
    expect((await call(other)).status).not.toBe(429);
    world.realNow = new Date(AT.getTime() + wait * 1000);
    expect((await call(somebody)).status).not.toBe(429);
  },
  60_000,
);

test('many together are counted like many in a row', async () => {
  world.realNow = AT;
  const somebody = await world.as({ role: 'staff_coordinator' });
  const answers = await Promise.all(Array.from({ length: RATES.write + 20 }, () => write(somebody)));
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(20);
});

test('searching is reading too, and presence is reading', async () => {
  world.realNow = AT;
  const somebody = await world.as({ role: 'staff_coordinator' });
  await letIn(RATES.search, () => somebody.get('/api/members?q=a'));
  const rest = RATES.read - RATES.search;
  expect(await letIn(rest + 5, () => read(somebody))).toBe(rest);
  const present = '/api/requests/019a0000-0000-7000-8000-0000000000d1/presence';
  expect((await somebody.put(present)).status).toBe(429);
  expect((await write(somebody)).status).toBe(204);
}, 60_000);

test('a municipality’s people share one limit of writing', async () => {
  world.realNow = AT;
  const each = RATES.write;
  const colleagues = RATES['municipality writes'] / each;
  for (let at = 0; at < colleagues; at += 1) {
    const one = await world.as({ role: 'member_editor', memberId: MEMBER });
    expect(await letIn(each, () => write(one))).toBe(each);
  }
  expect((await write(await world.as({ role: 'member_editor', memberId: MEMBER }))).status).toBe(429);
  expect((await write(await world.as({ role: 'member_editor' }))).status).toBe(204);
}, 120_000);

test('nobody in particular is counted elsewhere, and what is refused costs nothing', async () => {
  world.realNow = AT;
  expect(await letIn(RATES.read + 1, () => world.public.get('/api/auth/me'))).toBe(RATES.read + 1);
  const somebody = await world.as({ role: 'staff_coordinator' });
  await letIn(RATES.write, () => write(somebody));
  world.queries.length = 0;
  await write(somebody);
  // Only who it is was asked.
  expect(world.queries).toHaveLength(1);
});

test('each of several instances gives its share of the minute back, and a factor widens everything', () => {
  const somebody = { accountId: 'a', memberId: null } as never;
  const refusedAfter = (rates: ReturnType<typeof createRates>, ms: number) => {
    let taken = 0;
    for (const now of [AT, new Date(AT.getTime() + ms)]) {
      try {
        for (;;) {
          rates.take(somebody, 'write', now);
          taken += 1;
        }
      } catch {}
    }
    return taken;
  };
  expect(refusedAfter(createRates(), 30_000)).toBe(RATES.write + 30);
  expect(refusedAfter(createRates({ instances: 3 }), 30_000)).toBe(RATES.write + 10);
  expect(refusedAfter(createRates({ factor: 2 }), 30_000)).toBe(RATES.write * 2 + 60);
});
