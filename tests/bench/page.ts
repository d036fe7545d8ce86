import { ownDatabase } from './databases.ts';
import { send } from './load.ts';
import { startBare, startProgram } from './processes.ts';
import type { Line } from './report.ts';
import { compare, type Plan, rates } from './rounds.ts';
import { addRelease, type Base } from './world.ts';

/** B6: the public schedule's day out of a large release, whole and when the reader's copy is still right. */
export async function measurePage(base: Base, plan: Plan): Promise<Line[]> {
  const address = await ownDatabase('page', base.address);
  const day = await addRelease(address, plan.sessions);
  const program = await startProgram(address);
  const path = `/schedule/cop32?day=${day}&lang=ja`;
  const asked = { path, headers: { 'accept-encoding': 'br' } };
  const { headers, body } = await send(program.port, asked, 200);
  const { etag = '' } = headers;
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !UNSENT.includes(name)));
  const told = { path: '/schedule/cop32', body: body.toString('base64'), headers: kept, etag };
  const bare = await startBare('page', told);
  if (!(await send(bare.port, asked, 200)).body.equals(body)) throw new Error('The bare handler sends something else.');

  const lines: Line[] = [];
  const both = (ask: { path: string; headers?: Record<string, string> }, expects: number) => ({
    ours: { port: program.port, ask: () => ask, expects },
    bare: { port: bare.port, ask: () => ask, expects },
  });
  const size = `${(body.length / 1024).toFixed(0)} KB`;
  for (const [what, targets, limit] of [
    [`public day of ${plan.sessions.toLocaleString('en')} sessions, ${size}`, both(asked, 200), 0.8],
    ['the same, not modified', both({ path, headers: { ...asked.headers, 'if-none-match': etag } }, 304), 0.9],
  ] as const) {
    const found = await compare(targets, 16, plan);
    lines.push({ id: 'B6', what, value: found.ratio, limit, better: 'more', note: rates(found) });
  }
  await Promise.all([program.stop(), bare.stop()]);
  return lines;
}

/** Written by whoever sends, not by the handler. */
const UNSENT = ['connection', 'keep-alive', 'date', 'content-length', 'transfer-encoding'];
