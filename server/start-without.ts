import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '#db/connect.ts';
import { refuse } from '#shared/problem.ts';
import { createApp } from './app.ts';
import { clockFrom } from './clock.ts';
import type { Config } from './config.ts';
import type { Ctx } from './context.ts';
import { listen } from './http/listen.ts';
import { createMetrics } from './http/metrics.ts';
import { problemOf } from './http/problem-response.ts';
import { createRequestLog, type Log } from './log.ts';
import { close, type Program, prepare, type Running, start } from './start.ts';

const TRY_AGAIN_MS = 2_000;

/**
 * Starts the whole program; where no database answers and this machine has kept a programme, at first only the public
 * pages, from what was kept, and everything else as soon as the database is there. `onWithout` hears of the first case.
 */
export async function startSomehow(
  config: Config,
  log: Log,
  program: Program,
  onWithout: () => void,
): Promise<Running> {
  try {
    return await start(config, log, program);
  } catch (error) {
    const event = program.lastEvent?.(config) ?? null;
    if (config.databaseUrl === null || event === null || problemOf(error).code !== 'unavailable') throw error;
    log.error({ problem: 'database-away-at-start' });
    onWithout();
    return startWithout(config, log, program, event);
  }
}

async function startWithout(config: Config, log: Log, program: Program, event: string): Promise<Running> {
  const ctx = contextWithout(config);
  const app = createApp(ctx, {
    ...program.parts(ctx),
    findActor: async () => refuse('unavailable', {}),
    findTokenHolder: async () => refuse('unavailable', {}),
    currentEvent: async () => event,
    log: createMetrics(createRequestLog(log)).log,
    notReady: async () => ['database'],
  });
  // Whoever comes to the first page is sent to the programme: nobody can be signed in.
  const server = await listen((request) => {
    if (new URL(request.url).pathname !== '/') return app.fetch(request);
    return app.fetch(new Request(new URL(`/schedule/${event}`, request.url), request));
  }, config);
  let stopping = false;
  let whole: Running | null = null;
  const opening = (async () => {
    while (!stopping && !whole) {
      await wait(TRY_AGAIN_MS, undefined, { ref: false });
      const open = await prepare(config, log, program).catch(() => null);
      if (!open || stopping) continue;
      await close(server);
      whole = await open();
    }
  })();
  const { port } = server.address() as AddressInfo;
  return {
    address: config.port === port ? config.publicUrl : `http://localhost:${port}`,
    get database() {
      return whole?.database ?? ctx.database;
    },
    async stop() {
      stopping = true;
      await close(server).catch(() => {});
      await Promise.race([opening, wait(TRY_AGAIN_MS, undefined, { ref: false })]);
      await whole?.stop();
    },
  };
}

/** A context in which every question to the database is refused at once. */
function contextWithout(config: Config): Ctx {
  const refused = () => Promise.reject(Object.assign(new Error('no database'), { code: 'ECONNREFUSED' }));
  const database = {
    kind: 'server',
    read: refused,
    write: refused,
    ping: refused,
    listen: refused,
    close: async () => {},
  };
  return {
    database: database as unknown as Database,
    now: clockFrom(config.demoNow),
    realNow: () => new Date(),
    settings: config,
    followers: [],
    settlers: [],
  };
}
