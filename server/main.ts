import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DirectoryInUse, MigrationRefused } from '#db/errors.ts';
import { prepareWorld } from '#db/seed/prepare-world.ts';
import { publicRenderer } from '#web/schedule/public/render.tsx';
import { findActorQuickly } from './accounts/find-actor.ts';
import { findTokenHolder } from './accounts/find-token-holder.ts';
import { hashPassword } from './accounts/password.ts';
import { startSealer } from './accounts/start-sealer.ts';
import { startYearlyCheck } from './accounts/start-yearly-check.ts';
import { clockFrom } from './clock.ts';
import { type Config, ConfigFaulty, readConfig } from './config.ts';
import { startVaultJobs } from './delegations/start-vault-jobs.ts';
import { currentEventSlug } from './events/read-event.ts';
import { builtAddress, builtText, readWebFiles } from './http/web-files.ts';
import { createLog, safeStack } from './log.ts';
import { startMailWorker } from './notifications/start-worker.ts';
import { keptProgrammes } from './schedule/kept-programmes.ts';
import { publicPages } from './schedule/public-pages.ts';
import type { Program, Running } from './start.ts';
import { startTexts } from './start-texts.ts';
import { startSomehow } from './start-without.ts';

const HARD_STOP_MS = 25_000;
/** Said at the start and on the sign-in page: in the demonstration it is no secret. */
const DEMO_PASSWORD = 'cop-desk-demo';

const isBuilt = import.meta.url.includes('/dist/');
/** The built screens lie beside the built server, and two folders away from its source. */
const webFolder = fileURLToPath(new URL(isBuilt ? '../web' : '../dist/web', import.meta.url));

/** A file that the public pages need: from the build, or while developing as Vite serves it. */
function publicFile(source: string): string {
  return (isBuilt ? builtAddress(webFolder, source) : null) ?? `/${source}`;
}

const program: Program = {
  prepareWorld: async (database, { demo, demoNow, appSecret }) => {
    const passwordHash = () => hashPassword(DEMO_PASSWORD);
    const world = await prepareWorld(database, { demo, demoNow, realNow: new Date(), appSecret, passwordHash });
    return { now: clockFrom(world.clockFrom) };
  },
  startJobs: [startMailWorker, startSealer, startVaultJobs, startYearlyCheck],
  lastEvent: (config) => keptIn(config).latest(),
  parts: (ctx) => ({
    findActor: findActorQuickly,
    findTokenHolder,
    currentEvent: currentEventSlug,
    web: readWebFiles(webFolder),
    publicPages: publicPages(
      publicRenderer,
      {
        stylesheet: publicFile('schedule/public.css'),
        screenStyle: publicFile('schedule/screen.css'),
        script: publicFile('schedule/public.ts'),
        icon: publicFile('styles/mark.svg'),
      },
      builtText(webFolder, 'schedule/worker.ts'),
      keptIn(ctx.settings),
    ),
  }),
};

/** What the public may read, kept beside the other files of this installation. */
function keptIn({ dataDir }: Pick<Config, 'dataDir'>) {
  return keptProgrammes(join(dataDir, 'public'));
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function greet(config: Config, { address }: Running): void {
  const { databaseUrl, dataDir, demo } = config;
  say('');
  say(startTexts.ready(address));
  say(databaseUrl === null ? startTexts.embedded(dataDir) : startTexts.server(new URL(databaseUrl).host));
  say(demo ? startTexts.demonstration(DEMO_PASSWORD) : startTexts.firstPerson);
  say(startTexts.stopHint);
  say('');
}

/** A line a person can act on for what goes wrong at the start, or null for what nobody foresaw. */
function explain(error: unknown, config: Config | null): string | null {
  if (error instanceof ConfigFaulty || error instanceof DirectoryInUse || error instanceof MigrationRefused) {
    return error.message;
  }
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') return startTexts.portInUse(config?.port ?? 0);
  if (code === 'EACCES' && config && config.port < 1024) return startTexts.portForbidden(config.port);
  return null;
}

async function run(): Promise<void> {
  let config: Config | null = null;
  try {
    config = readConfig(process.env);
    const log = createLog(config.logLevel);
    const running = await startSomehow(config, log, program, () => say(startTexts.withoutDatabase));
    let stopping = false;
    const stop = (code: number) => {
      // Whoever asks twice does not want to wait.
      if (stopping) process.exit(1);
      stopping = true;
      setTimeout(() => process.exit(1), HARD_STOP_MS).unref();
      say(startTexts.stopping);
      running.stop().then(
        () => process.exit(code),
        () => process.exit(1),
      );
    };
    process.on('SIGINT', () => stop(0));
    process.on('SIGTERM', () => stop(0));
    for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
      // Nobody knows what state the program is in now: finish what can be finished, and let it be started anew.
      process.on(event, (error: unknown) => {
        log.fatal({ problem: event, stack: safeStack(error) });
        stop(1);
      });
    }
    greet(config, running);
  } catch (error) {
    const line = explain(error, config);
    if (line) console.error(line);
    else console.error(error);
    process.exit(1);
  }
}

await run();
