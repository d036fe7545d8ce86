import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Database, openDatabase } from '#db/connect.ts';
import { migrate } from '#db/migrate.ts';
import { keepPublicLogin } from '#db/public-login.ts';
import { forgetAnswers } from '#db/queries/idempotency.ts';
import { theProgram } from '#server/who.ts';
import { allFollowers, allSettlers } from './all-followers.ts';
import { createApp, type Parts } from './app.ts';
import { type Config, databaseAddress } from './config.ts';
import type { Ctx } from './context.ts';
import { listen } from './http/listen.ts';
import { createMetrics, serveMetrics } from './http/metrics.ts';
import { createRates } from './http/rates.ts';
import { createReadiness } from './http/readiness.ts';
import { countQuery, createRequestLog, createSampler, type Log } from './log.ts';

/** Work that goes on beside the requests, such as the sending of mail. */
export type Jobs = { stop: () => Promise<void>; stalled: () => Promise<boolean> | boolean };

/** What the program is put together from, besides its settings. */
export type Program = {
  /** Fills an empty database, and answers with the domain's clock. */
  prepareWorld: (database: Database, config: Config) => Promise<{ now: () => Date }>;
  startJobs?: readonly ((ctx: Ctx, log: Log) => Jobs)[];
  parts: (ctx: Ctx) => Omit<Parts, 'log' | 'notReady'>;
  /** The event whose programme this machine has kept, or null: with it the public pages can do without a database. */
  lastEvent?: (config: Config) => string | null;
};

export type Running = { address: string; database: Database; stop: () => Promise<void> };

const FINISH_MS = 8_000;
const DAY_MS = 86_400_000;
/** Starts the whole program and answers once it listens. */
export async function start(config: Config, log: Log, program: Program): Promise<Running> {
  return (await prepare(config, log, program))();
}

/** Does everything but listen: the database is reached, migrated and filled. Answers with the last step. */
export async function prepare(config: Config, log: Log, program: Program): Promise<() => Promise<Running>> {
  const isNew = createSampler(Date.now, (problem, leftOut) => log.warn({ problem, leftOut }));
  const database = await openDatabase({
    ...databaseAddress(config),
    onQuery: countQuery,
    onError: (error) => {
      if (isNew('database-connection')) log.error({ problem: 'database-connection', name: error.name });
    },
  });
  try {
    await migrate(database);
    if (config.publicDatabaseUrl) await keepPublicLogin(database, config.publicDatabaseUrl);
    const { now } = await program.prepareWorld(database, config);
    const clocks = { now, realNow: () => new Date() };
    const ctx = { database, ...clocks, settings: config, followers: allFollowers, settlers: allSettlers };
    return () =>
      open(config, log, program, ctx).catch(async (error: unknown) => {
        await database.close();
        throw error;
      });
  } catch (error) {
    await database.close();
    throw error;
  }
}

function together(jobs: readonly Jobs[]): Jobs {
  return {
    stop: async () => void (await Promise.all(jobs.map((job) => job.stop()))),
    stalled: async () => (await Promise.all(jobs.map((job) => job.stalled()))).includes(true),
  };
}

async function open(config: Config, log: Log, program: Program, ctx: Ctx): Promise<Running> {
  let stopping = false;
  const metrics = createMetrics(createRequestLog(log));
  const jobs = together((program.startJobs ?? []).map((startJob) => startJob(ctx, log)));
  const housekeeping = startHousekeeping(ctx, log);
  const app = createApp(ctx, {
    ...program.parts(ctx),
    rates: createRates({ instances: config.instances, factor: config.rateFactor }),
    log: metrics.log,
    notReady: createReadiness(ctx.database, jobs.stalled, () => stopping),
  });
  const server = await listen(app.fetch, config, metrics.shed).catch(async (error: unknown) => {
    housekeeping.stop();
    await jobs.stop();
    throw error;
  });
  const numbers = config.metricsPort === null ? null : serveMetrics(metrics, config.metricsPort);
  const { port } = server.address() as AddressInfo;
  return {
    address: config.port === port ? config.publicUrl : `http://localhost:${port}`,
    database: ctx.database,
    async stop() {
      stopping = true;
      numbers?.close();
      housekeeping.stop();
      await close(server);
      await jobs.stop();
      await ctx.database.close();
    },
  };
}

/** Takes no new connection, lets what has begun finish, and cuts what takes too long. */
export async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  server.closeIdleConnections();
  await Promise.race([closed, wait(FINISH_MS, undefined, { ref: false })]);
  clearInterval(sweep);
  server.closeAllConnections();
  await closed;
}

/** Forgets, once an hour, the answers that are older than the day for which they may be kept. */
function startHousekeeping(ctx: Ctx, log: Log): { stop: () => void } {
  const tidy = () =>
    ctx.database
      .write(theProgram, (tx) => forgetAnswers(tx, new Date(ctx.realNow().getTime() - DAY_MS)))
      .catch(() => log.warn({ problem: 'housekeeping' }));
  const timer = setInterval(tidy, 3_600_000);
  timer.unref();
  void tidy();
  return { stop: () => clearInterval(timer) };
}
