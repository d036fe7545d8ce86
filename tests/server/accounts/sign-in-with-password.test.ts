import { expect, test } from 'vitest';
import { findActor } from '#server/accounts/find-actor.ts';
import type { MeView, SessionView } from '#shared/accounts/contract.ts';
import { addAccount, codeOf, cookieOf, holding, PASSWORD } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld({ findActor });
const email = 'hanako@city.example';
const signIn = (body: object, headers?: Record<string, string>) =>
  world.public.post<MeView>('/api/auth/sign-in/email', body, headers);
const sessions = () => world.database.read(nobody, (db) => db.selectFrom('accountSession').selectAll().execute());

test('a password signs in, with a cookie no script can read', async () => {
  const id = await addAccount(world, { email, demo: true });

  const answer = await signIn({ email: ' Hanako@City.Example ', password: PASSWORD });

  expect(answer.status).toBe(200);
  expect(answer.body.account).toEqual({
    ...{ id, email, name: '試験 次郎', section: '', role: 'staff_coordinator', lang: 'ja', hotkeys: true },
    ...{ memberId: null, memberName: null, passkeys: false, version: 1 },
  });
  expect(answer.headers.get('set-cookie')).toMatch(/^cop_s=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  const me = await world.public.get<MeView>('/api/auth/me', holding(cookieOf(answer)));
  expect(me.body.account?.id).toBe(id);
  const [row] = await sessions();
  expect(row?.tokenHash.toString('base64url')).not.toBe(cookieOf(answer));
  const history = await world.database.read(nobody, (db) =>
    db.selectFrom('history').select(['subject', 'subjectId', 'action', 'actorId']).execute(),
  );
  expect(history).toEqual([{ subject: 'account', subjectId: id, action: 'sign-in', actorId: id }]);
});

test('an unknown address, a wrong password, no password and a suspended account get one answer', async () => {
  await addAccount(world, { email, demo: true });
  await addAccount(world, { email: 'off@city.example', state: 'suspended' });
  await addAccount(world, { email: 'new@city.example', password: null, state: 'invited' });

  const answers = [
    await signIn({ email: 'nobody@city.example', password: PASSWORD }),
    await signIn({ email, password: `${PASSWORD}.` }),
    await signIn({ email: 'off@city.example', password: PASSWORD }),
    await signIn({ email: 'new@city.example', password: PASSWORD }),
  ];

  for (const answer of answers) {
    expect({ ...answer.body, instance: '' }).toEqual({ ...answers[0]?.body, instance: '' });
    expect([answer.status, codeOf(answer), cookieOf(answer)]).toEqual([401, 'wrong-credentials', null]);
  }
  expect(await sessions()).toEqual([]);
});

test('R-23 an unknown address costs as much work as a known one', async () => {
  await addAccount(world, { email, demo: true });
  const took = async (address: string) => {
    const began = performance.now();
    await signIn({ email: address, password: 'not this one' });
    return performance.now() - began;
  };
  await took('warm@city.example');
  // In turns, and the quickest of each: whatever else the machine does slows single tries, never all of them.
  const known: number[] = [];
  const unknown: number[] = [];
  for (let time = 0; time < 8; time += 1) {
    known.push(await took(email));
    unknown.push(await took('nobody@city.example'));
  }
  expect(Math.min(...unknown) / Math.min(...known)).toBeGreaterThan(0.4);
  expect(Math.min(...unknown) / Math.min(...known)).toBeLessThan(2.5);
});

test('what does not fit is said by field', async () => {
  const answer = await signIn({ email: 'not an address', password: '' });
  expect(answer.status).toBe(422);
  expect((answer.body as unknown as { errors: { pointer: string }[] }).errors.map((one) => one.pointer)).toEqual([
    '/email',
    '/password',
  ]);
});

test('after ten tries in ten minutes one waits longer with each, known address or not, and is never locked out', async () => {
  await addAccount(world, { email, demo: true });
  const began = new Date('2026-07-01T00:00:30Z').getTime();
  for (const address of [email, 'nobody@city.example']) {
    let now = began;
    const at = (seconds: number) => {
      now += seconds * 1000;
      world.realNow = new Date(now);
    };
    at(0);
    const guess = () => signIn({ email: address, password: 'no' });
    for (let time = 0; time < 10; time += 1) expect(codeOf(await guess())).toBe('wrong-credentials');
    for (const seconds of [1, 2, 4, 8, 16, 32, 60]) {
      const refused = await guess();
      expect([refused.status, codeOf(refused), refused.headers.get('retry-after')]).toEqual([
        429,
        'too-many-tries',
        String(seconds),
      ]);
      at(seconds - 0.001);
      expect((await guess()).status).toBe(429);
      at(0.001);
      expect(codeOf(await guess())).toBe('wrong-credentials');
    }
    at(60);
    expect((await signIn({ email: address, password: PASSWORD })).status).toBe(address === email ? 200 : 401);
  }
});

test('twenty tries at once are counted too', async () => {
  await addAccount(world, { email, demo: true });
  const answers = await Promise.all(Array.from({ length: 20 }, () => signIn({ email, password: 'no' })));
  const statuses = answers.map(({ status }) => status);
  expect([statuses.filter((one) => one === 401).length, statuses.filter((one) => one === 429).length]).toEqual([
    10, 10,
  ]);
});

test('a new sign-in at the same browser ends the session it had, and the sixth place the oldest', async () => {
  await addAccount(world, { email, demo: true });
  const first = cookieOf(await signIn({ email, password: PASSWORD }));
  const again = cookieOf(await signIn({ email, password: PASSWORD }, holding(first)));
  expect(again).not.toBe(first);
  expect((await sessions()).length).toBe(1);
  const tokens = [];
  for (let place = 0; place < 5; place += 1) tokens.push(cookieOf(await signIn({ email, password: PASSWORD })));
  expect((await sessions()).length).toBe(5);
  expect((await world.public.get<MeView>('/api/auth/me', holding(again))).body.account).toBeNull();
  const last = await world.public.get<{ items: SessionView[] }>('/api/auth/sessions', holding(tokens[4] ?? null));
  expect(last.body.items.map((one) => one.current)).toEqual([true, false, false, false, false]);
});
