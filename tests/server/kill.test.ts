import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BilateralDetails } from '#shared/requests/kinds/bilateral.ts';
import { type BuiltProgram, builtProgram, cookieOf } from '#tests/support/program.ts';

const CLIENTS = 6;
const KILLS = 3;
/** The program is killed at most this long after a moment when it is known to be at work. */
const MOMENT_MS = 60;
const TRY_MS = 5_000;
/** A machine that many share needs this long to begin the demonstration world; a quiet one five seconds. */
const START_MS = 240_000;

type Row = { id: string; reference: string | null; state: string; title: { ja: string } };
type Sent = { name: string; id: string; reference: string };
type Call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;

/** A client that repeats what was not answered, under the same key, as browsers do. */
function clientOf(address: string, cookie: string): Call {
  return async (method, path, body, headers = {}) => {
    for (;;) {
      const answer = await fetch(`${address}${path}`, {
        method,
        headers: { cookie, 'content-type': 'application/json', ...headers },
        body: body === undefined ? null : JSON.stringify(body),
        signal: AbortSignal.timeout(TRY_MS),
      })
        .then(async (one) => new Response(await one.text(), one))
        .catch(() => null);
      if (answer && answer.status < 500) return answer;
      await wait(50);
    }
  };
}

/** Writes one request and sends it; answers what the program acknowledged. */
async function askForMeeting(call: Call, name: string, delegateId: string): Promise<Sent> {
  const begun = await call('POST', '/api/requests', { event: 'cop32', kind: 'bilateral' }, { 'idempotency-key': name });
  expect(begun.status, await begun.clone().text()).toBe(201);
  const { id, version } = await begun.json();
  const details = BilateralDetails.parse({
    counterpartKind: 'city',
    counterpartName: name,
    counterpartCountry: 'Indonesia',
    purpose: '流域の水管理について話す',
    people: [delegateId],
    windows: [{ day: '2027-11-10', from: '10:00', to: '12:00' }],
  });
  let current = version;
  const saved = await call('PUT', `/api/requests/${id}/answers`, { details }, { 'if-match': `"${version}"` });
  // An answer that was lost leaves the work done: then it is the next version, and the saving is refused as stale.
  if (saved.status === 412) current = (await (await call('GET', `/api/requests/${id}`)).json()).version;
  else current = (await saved.json()).version;
  const key = { 'idempotency-key': `${name}-send`, 'if-match': `"${current}"` };
  const sent = await call('POST', `/api/requests/${id}/submission`, undefined, key);
  expect(sent.status, await sent.clone().text()).toBe(200);
  return { name, id, reference: (await sent.json()).reference };
}

async function allRequests(call: Call): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: string = `event=cop32&kind=bilateral&limit=100${cursor ? `&after=${encodeURIComponent(cursor)}` : ''}`;
    const page = await (await call('GET', `/api/requests?${query}`)).json();
    rows.push(...page.items);
    cursor = page.next;
  }
  return rows;
}

const server = process.env.TEST_DATABASE_URL;

describe.each([{ name: 'embedded', address: undefined }, ...(server ? [{ name: 'PostgreSQL', address: server }] : [])])(
  '$name',
  ({ address }) => {
    let program: BuiltProgram;
    let call: Call;
    let delegateId: string;
    beforeAll(async () => {
      program = await builtProgram({ RATE_FACTOR: '100' }, address);
      await program.start();
      call = clientOf(program.address, await cookieOf(program.address, 'toyama@member.example'));
      const [own] = (await (await call('GET', '/api/events/cop32/delegations')).json()).items;
      delegateId = (await (await call('GET', `/api/delegations/${own.id}`)).json()).delegates[0].id;
    }, START_MS);
    afterAll(() => program.remove());

    test(
      'what was acknowledged is there exactly once, however often the program is killed',
      async () => {
        const before = new Set((await allRequests(call)).map((row) => row.id));
        const acknowledged: Sent[] = [];
        let serial = 0;
        let stopping = false;
        const clients = Array.from({ length: CLIENTS }, async () => {
          while (!stopping) {
            serial += 1;
            acknowledged.push(await askForMeeting(call, `kill-${serial}-${randomUUID().slice(0, 8)}`, delegateId));
          }
        });
        const atEachKill: number[] = [];
        for (let kills = 0; kills < KILLS; kills += 1) {
          const enough = acknowledged.length + 1 + Math.floor(Math.random() * 2 * CLIENTS);
          while (acknowledged.length < enough) await wait(1);
          await wait(Math.random() * MOMENT_MS);
          await program.end('SIGKILL');
          atEachKill.push(acknowledged.length);
          await program.start();
          const there = new Map((await allRequests(call)).map((row) => [row.id, row]));
          for (const { id, name, reference } of acknowledged.slice(0, atEachKill.at(-1))) {
            expect(there.get(id)).toMatchObject({ state: 'submitted', reference, title: { ja: `${name}との会談` } });
          }
        }
        stopping = true;
        await Promise.all(clients);

        const made = (await allRequests(call)).filter((row) => !before.has(row.id));
        expect(made.map((row) => `${row.state} ${row.reference} ${row.id}`).sort()).toEqual(
          acknowledged.map((one) => `submitted ${one.reference} ${one.id}`).sort(),
        );
        expect(new Set(made.map((row) => row.reference)).size).toBe(made.length);
        expect(made).toHaveLength(serial);
        // Killed while work was going on, not beside it.
        expect(atEachKill).toHaveLength(KILLS);
        expect(atEachKill.at(-1)).toBeLessThan(serial);
      },
      START_MS,
    );
  },
);
