import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RequestView } from '#shared/requests/contract.ts';
import { Refused, Unreachable } from '#web/api.ts';
import { keepAnswers } from '#web/requests/wizard/answer-keeper.ts';

type Answers = Record<string, unknown>;
const at = (version: number, details: Answers) => ({ version, details }) as unknown as RequestView;
const stale = new Refused(412, {
  type: '/problems/changed-meanwhile',
  title: '',
  status: 412,
  detail: '',
  instance: '',
});

/** A server of one request that can be slow, absent or overtaken. */
function begin(options: { copy?: { answers: Answers; version: number } } = {}) {
  const server = {
    request: at(3, { note: 'old' }),
    saved: [] as [Answers, string, number][],
    down: null as Error | null,
  };
  const copies: (Answers | null)[] = [];
  const keeper = keepAnswers({
    request: server.request,
    step: 'content',
    copy: options.copy ?? null,
    save: async (answers, step, version) => {
      await Promise.resolve();
      if (server.down) throw server.down;
      if (version !== server.request.version) throw stale;
      server.saved.push([answers, step, version]);
      server.request = at(version + 1, answers);
      return server.request;
    },
    reread: async () => server.request,
    keepCopy: ({ answers }) => copies.push(answers),
    dropCopy: () => copies.push(null),
    now: () => new Date('2027-09-24T05:32:00Z'),
  });
  return { keeper, server, copies };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('typing is saved once after a pause, on the version before, and the copy goes', async () => {
  const { keeper, server, copies } = begin();
  keeper.change({ note: 'a' });
  keeper.change({ note: 'ab' });
  expect(server.saved).toEqual([]);
  await vi.advanceTimersByTimeAsync(800);
  expect(server.saved).toEqual([[{ note: 'ab' }, 'content', 3]]);
  expect(keeper.get()).toMatchObject({ version: 4, saving: false, failure: null });
  expect(copies).toEqual([{ note: 'a' }, { note: 'ab' }, null]);
});

test('what is typed while saving is saved after it, never at the same time', async () => {
  const { keeper, server } = begin();
  keeper.change({ note: 'a' });
  const first = keeper.flush();
  keeper.change({ note: 'b' });
  const results = await Promise.all([first, keeper.flush(), keeper.flush()]);
  expect(results).toEqual([true, true, true]);
  expect(server.saved.map(([answers, , version]) => [answers.note, version])).toEqual([
    ['a', 3],
    ['b', 4],
  ]);
});

test('a failed saving keeps everything, here and in the copy, until it works again', async () => {
  const { keeper, server, copies } = begin();
  server.down = new Unreachable('no answer');
  keeper.change({ note: 'precious' });
  expect(await keeper.flush()).toBe(false);
  expect(keeper.get().failure).toBeInstanceOf(Unreachable);
  expect(keeper.get().answers).toEqual({ note: 'precious' });
  expect(copies).toEqual([{ note: 'precious' }]);
  server.down = null;
  expect(await keeper.flush()).toBe(true);
  expect(server.request.details).toEqual({ note: 'precious' });
  expect(copies.at(-1)).toBeNull();
});

test('what came too soon after the rest is sent by itself once the time has passed', async () => {
  const { keeper, server } = begin();
  const body = { type: '/problems/too-many-requests', title: '', status: 429, detail: '', instance: '', seconds: 3 };
  server.down = new Refused(429, body);
  keeper.change({ note: 'precious' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect([keeper.get().failure, keeper.get().answers]).toEqual([server.down, { note: 'precious' }]);
  server.down = null;
  await vi.advanceTimersByTimeAsync(3_000);
  expect(keeper.get()).toMatchObject({ failure: null, version: 4 });
  expect(server.request.details).toEqual({ note: 'precious' });
});

test('somebody else’s saving is never overwritten unasked, and either version can be kept', async () => {
  for (const keepMine of [true, false]) {
    const { keeper, server } = begin();
    server.request = at(9, { note: 'theirs' });
    keeper.change({ note: 'mine' });
    expect(await keeper.flush()).toBe(false);
    expect(keeper.get().theirs?.details).toEqual({ note: 'theirs' });
    expect(await keeper.flush()).toBe(false);
    if (keepMine) await keeper.keepMine();
    else keeper.takeTheirs();
    expect(keeper.get().answers).toEqual({ note: keepMine ? 'mine' : 'theirs' });
    expect(server.request.details).toEqual({ note: keepMine ? 'mine' : 'theirs' });
    expect(keeper.get().theirs).toBeNull();
  }
});

test('a copy left by a closed tab comes back, and asks when the server has gone on', () => {
  const fresh = begin({ copy: { answers: { note: 'kept' }, version: 3 } }).keeper;
  expect(fresh.get()).toMatchObject({ answers: { note: 'kept' }, theirs: null });
  expect(fresh.dirty()).toBe(true);
  const overtaken = begin({ copy: { answers: { note: 'kept' }, version: 2 } }).keeper;
  expect(overtaken.get().theirs?.details).toEqual({ note: 'old' });
  const same = begin({ copy: { answers: { note: 'old' }, version: 1 } }).keeper;
  expect(same.get().theirs).toBeNull();
});
