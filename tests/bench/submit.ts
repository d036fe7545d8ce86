import { createHash } from 'node:crypto';
import { ownDatabase } from './databases.ts';
import { type Ask, send } from './load.ts';
import { type Statement, startBare, startProgram, startRecorded } from './processes.ts';
import type { Line } from './report.ts';
import { compare, type Plan, rates } from './rounds.ts';
import { addDrafts, type Base } from './world.ts';

/** Once unmeasured, so that neither begins cold. */
const WARM_UP = 60;

/** B3: sending a request, with everything that is written along with it. */
export async function measureSubmit(base: Base, plan: Plan): Promise<Line[]> {
  const drafts = await ownDatabase('drafts', base.address);
  const ids = await addDrafts(drafts, WARM_UP + 2 * plan.rounds * plan.submissions);
  const toRecord = await ownDatabase('record', drafts);
  const [forOurs, forBare] = [await ownDatabase('ours', drafts), await ownDatabase('bare', drafts)];
  const ask = (id: string): Ask => ({
    method: 'POST',
    path: `/api/requests/${id}/submission`,
    headers: {
      cookie: base.member,
      'content-type': 'application/json',
      'if-match': '"1"',
      'idempotency-key': `send-${id}`,
    },
  });

  const recorded = await startRecorded(toRecord);
  const submissions: Record<string, { statements: (Statement & { name: string })[]; body: string }> = {};
  for (const id of ids) {
    recorded.taken();
    const body = (await send(recorded.port, ask(id), 200)).body.toString();
    submissions[ask(id).path] = { statements: writesOf(recorded.taken()), body };
  }
  await recorded.stop();

  const [program, bare] = [await startProgram(forOurs), await startBare('submit', { address: forBare, submissions })];
  const lines: Line[] = [];
  const taken = { ours: 0, bare: 0 };
  const side = (name: 'ours' | 'bare', port: number) => ({
    port,
    ask: () => ask(ids[taken[name]++] ?? ''),
    expects: 200,
  });
  const targets = { ours: side('ours', program.port), bare: side('bare', bare.port) };
  for (const target of Object.values(targets)) {
    for (let once = 0; once < WARM_UP; once += 1) await send(target.port, target.ask(), 200);
  }
  for (const atOnce of [1, 16]) {
    const found = await compare(targets, atOnce, plan, { calls: plan.submissions });
    const what = `sending a request, ${atOnce} at once`;
    lines.push({ id: 'B3', what, value: found.ratio, limit: 0.5, better: 'more', note: rates(found) });
  }
  await Promise.all([program.stop(), bare.stop()]);
  return lines;
}

/**
 * What the call's own transaction has written, without its beginning and end and without what was only read. The
 * program's jobs write at the same time, on other connections or in other transactions.
 */
function writesOf(all: readonly Statement[]): (Statement & { name: string })[] {
  const line = all.find(({ text }) => text.startsWith('insert into "idempotency"'))?.line;
  const onLine = all.filter((one) => one.line === line);
  const claim = onLine.findIndex(({ text }) => text.startsWith('insert into "idempotency"'));
  const end = onLine.findIndex(({ text }, index) => index > claim && text === 'commit');
  return onLine
    .slice(claim, end)
    .filter(({ text }) => /\b(insert into|update "?\w+"? set|delete from)\b/i.test(text))
    .map((one) => ({ ...one, name: createHash('sha256').update(one.text).digest('hex').slice(0, 16) }));
}
