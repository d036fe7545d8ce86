import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { findActor } from '#server/accounts/find-actor.ts';
import { allRoutes } from '#server/all-routes.ts';
import { type App, createApp } from '#server/app.ts';
import { listen } from '#server/http/listen.ts';
import { createLog, createRequestLog } from '#server/log.ts';
import { publicPages } from '#server/schedule/public-pages.ts';
import type { Role } from '#shared/actor.ts';
import type { Operation } from '#shared/operation.ts';
import { publicRenderer } from '#web/schedule/public/render.tsx';
import { addAccount, addSession } from '../support/accounts.ts';
import { type TwoMembers, twoMembers } from '../support/builders/two-members.ts';
import { useWorld } from '../support/world.ts';
import { fire, summaryOf, type Target, whatIsWrong } from './fire.ts';
import { chanceFrom } from './random.ts';
import { sendRaw, statusesIn } from './raw.ts';

/**
 * Whatever is sent, the desk answers with a refusal of its own: it never fails, never falls over, never says what is
 * inside. `npm run fuzz` sends twenty thousand; here a thousand, from seeds that a failure names.
 */
const ROUND = 500;
const rounds = Math.max(2, Math.ceil(Number(process.env.FUZZ_REQUESTS ?? 0) / ROUND));
const firstSeed = Number(process.env.FUZZ_SEED ?? 20_271_108);

const world = useWorld();
const unhandled: unknown[] = [];
const note = (error: unknown) => void unhandled.push(error);
let server: Server;
let app: App;
let two: TwoMembers;
/** SQLSTATE of every error that came from the database although a check should have stood before it, by route. */
const fromDatabase = new Map<string, number>();

const pages = publicPages(publicRenderer, { stylesheet: '/x.css', icon: '/x.svg' });
const log = () => {
  const lines = createRequestLog(createLog('silent'));
  return {
    ...lines,
    request: (...[record, answer]: Parameters<typeof lines.request>) => {
      if (!record.sqlState?.startsWith('22')) return;
      const name = `${record.route} ${record.sqlState} ${answer.status}`;
      fromDatabase.set(name, (fromDatabase.get(name) ?? 0) + 1);
    },
  };
};

beforeAll(async () => {
  process.on('unhandledRejection', note);
  process.on('uncaughtException', note);
  app = createApp(world.ctx, {
    findActor,
    log: log(),
    checkAnswers: true,
    publicPages: pages,
    currentEvent: async () => 'cop32',
  });
  server = await listen(app.fetch, { port: 0, host: '127.0.0.1', publicUrl: 'http://localhost' });
});
beforeEach(async () => {
  two = await twoMembers(world.database);
});
afterEach(() => {
  fromDatabase.clear();
});
afterAll(async () => {
  process.off('unhandledRejection', note);
  process.off('uncaughtException', note);
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

/** People in every role, made once for a round; their sessions as often as something has ended them. */
async function everybody(): Promise<Target['cookies']> {
  const office = ['staff_triager', 'staff_coordinator', 'registrar', 'staff_admin', 'auditor'] as const;
  const members = ['member_viewer', 'member_editor', 'member_manager'] as const;
  const people = [
    ...office.map((role) => ({ role, memberId: null })),
    ...members.map((role) => ({ role, memberId: two.ours.member })),
  ];
  const ids: { role: Role; id: string }[] = [];
  for (const person of people) {
    const id = await addAccount(world, { ...person, email: `${person.role}@people.example`, password: null });
    ids.push({ role: person.role, id });
  }
  const signIn = async ({ role, id }: (typeof ids)[number]) => ({
    role,
    cookie: `cop_s=${(await addSession(world, id, new Date())).token}`,
  });
  return () => Promise.all(ids.map(signIn));
}

const target = async (): Promise<Target> => ({
  port: (server.address() as AddressInfo).port,
  two,
  cookies: await everybody(),
});

test.each(Array.from({ length: rounds }, (_, at) => firstSeed + at))(
  'nothing that is sent makes it fail: seed %i',
  async (seed) => {
    const before = process.memoryUsage().rss;
    const began = performance.now();
    const at = await target();
    const fired = await fire(at, ROUND, seed);
    const grown = Math.round((process.memoryUsage().rss - before) / 1_048_576);
    console.error(
      `seed ${seed}, ${((performance.now() - began) / 1000).toFixed(1)} s, ${grown} MiB more: ${summaryOf(fired)}`,
    );
    expect({ faults: fired.faults, fromDatabase: Object.fromEntries(fromDatabase), unhandled }).toEqual({
      faults: [],
      fromDatabase: {},
      unhandled: [],
    });
    // It is still there, and still answers whoever asks properly.
    expect(statusesIn(await sendRaw(at.port, Buffer.from('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n')))).toEqual(
      [204],
    );
    // A good part of it got past the door: a fuzz that is always refused shows nothing.
    expect(fired.statuses.get(200) ?? 0).toBeGreaterThan(ROUND / 20);
  },
  300_000,
);

test('without the shapes of what is sent, the same handlers fail', async () => {
  const trusting = allRoutes.map((route) => ({
    ...route,
    operation: {
      ...route.operation,
      params: undefined,
      query: undefined,
      body: z.any(),
      answer: undefined,
    } as unknown as Operation,
  }));
  const weak = createApp(world.ctx, { findActor, log: log(), routes: trusting });
  const open = await listen(weak.fetch, { port: 0, host: '127.0.0.1', publicUrl: 'http://localhost' });
  const { faults } = await fire({ ...(await target()), port: (open.address() as AddressInfo).port }, ROUND, firstSeed);
  open.closeAllConnections();
  open.close();
  expect(faults.length).toBeGreaterThan(5);
  expect(fromDatabase.size).toBeGreaterThan(0);
}, 300_000);

test('words from inside are known when they are seen', () => {
  const problem = (detail: string) => ({
    status: 409,
    type: 'application/problem+json',
    text: JSON.stringify({ type: '/problems/clash', title: '', status: 409, detail, instance: '' }),
  });
  expect(whatIsWrong(problem('already there'))).toBeNull();
  for (const words of [
    'at run (/app/x.ts:1:2)',
    'duplicate key value violates unique constraint "a_pkey"',
    'TypeError: x is not a function',
  ]) {
    expect(whatIsWrong(problem(words))).toBe('inner words');
  }
  expect(whatIsWrong({ status: 500, type: '', text: '' })).toBe('a failure');
});

test('the same seed asks the same', () => {
  const drawn = (seed: number) => Array.from({ length: 50 }, () => chanceFrom(seed).below(1_000));
  expect(drawn(1)).toEqual(drawn(1));
  expect(drawn(1)).not.toEqual(drawn(2));
});
