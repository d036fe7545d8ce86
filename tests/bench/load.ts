import http from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export type Ask = { method?: string; path: string; headers?: Record<string, string>; body?: string };
export type Target = { port: number; ask: (serial: number) => Ask; expects: number };
/** Calls a second, and the 95th percentile of the time one call takes, in milliseconds. */
export type Measured = { rate: number; p95: number };

/** What a broken program costs: it is blocked for so long by each call, one after another. */
export type Fault = { blockedMs: number };

const agents = new Map<number, http.Agent>();
const SOCKETS = 16;

function agentOf(port: number): http.Agent {
  const found = agents.get(port) ?? new http.Agent({ keepAlive: true, maxSockets: SOCKETS });
  agents.set(port, found);
  return found;
}

export type Answer = { headers: Record<string, string>; body: Buffer };

/** Sends one call and reads its answer to the end, as it comes over the wire. Throws when its status is another one. */
export function send(
  port: number,
  { method = 'GET', path, headers = {}, body }: Ask,
  expects: number,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, method, path, headers, agent: agentOf(port) }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const whole = Buffer.concat(parts);
        if (answer.statusCode === expects) resolve({ headers: answer.headers as Record<string, string>, body: whole });
        else reject(new Error(`${method} ${path} answered ${answer.statusCode}: ${whole.toString().slice(0, 300)}`));
      });
      answer.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Calls a target for a while, or so many times, so many calls at once. */
export async function measure(
  target: Target,
  atOnce: number,
  stop: { ms: number } | { calls: number },
  fault: Fault | null,
): Promise<Measured> {
  const times: number[] = [];
  let begun = 0;
  let line: Promise<void> = Promise.resolve();
  const start = performance.now();
  const goesOn = () => ('ms' in stop ? performance.now() - start < stop.ms : begun < stop.calls);
  const caller = async () => {
    while (goesOn()) {
      begun += 1;
      const at = performance.now();
      if (fault) {
        line = line.then(() => wait(fault.blockedMs));
        await line;
      }
      await send(target.port, target.ask(begun - 1), target.expects);
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, caller));
  const seconds = (performance.now() - start) / 1000;
  return { rate: times.length / seconds, p95: percentile(times, 0.95) };
}

export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export function closeAll(): void {
  for (const agent of agents.values()) agent.destroy();
}
