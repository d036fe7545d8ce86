import fs from 'node:fs/promises';
import path from 'node:path';
import type { PGlite, PGliteOptions } from '@electric-sql/pglite';
import { channelName, type Engine, type Line, OID, resultOf } from './engine.ts';
import { OutsideTransaction } from './errors.ts';
import { lockDataDir } from './lock-data-dir.ts';

export type EmbeddedOptions = {
  dataDir?: string | undefined;
  snapshot?: Blob | undefined;
  lockWaitMs?: number | undefined;
  idleTimeoutMs?: number | undefined;
};

/** The embedded engine's own surface, for snapshots. */
export type EmbeddedEngine = Engine & { snapshot(): Promise<Blob> };

const asText = (value: string) => value;
const parsers = {
  [OID.date]: asText,
  [OID.interval]: asText,
  [OID.int8]: Number,
  [OID.bytea]: (value: string) => Buffer.from(value.slice(2), 'hex'),
};

/** Opens the engine inside this process: one session, transactions one after another. */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedEngine> {
  const unlock = options.dataDir ? await lockDataDir(options.dataDir, options.lockWaitMs) : () => {};
  const lite = await start(options).catch((error: unknown) => {
    unlock();
    throw error;
  });
  const turn = oneAtATime();
  const line = async (idleMs: number): Promise<Line> => lineOn(lite, await turn(), idleMs);

  return {
    kind: 'embedded',
    // PGlite has no idle_in_transaction_session_timeout, and a transaction left open would stop everybody.
    line: () => line(options.idleTimeoutMs ?? 10_000),
    privilegedLine: () => line(0),
    async listen(channel, onMessage) {
      const name = channelName(channel);
      // In turn: a LISTEN inside somebody's transaction would vanish with its rollback.
      const done = await turn();
      const stop = await lite.listen(name, onMessage).finally(done);
      return async () => {
        const end = await turn();
        await stop().finally(end);
      };
    },
    async snapshot() {
      const done = await turn();
      return lite.dumpDataDir('none').finally(done);
    },
    async close() {
      const done = await turn();
      await lite.close().finally(done);
      unlock();
    },
  };
}

async function start(options: EmbeddedOptions): Promise<PGlite> {
  const [{ PGlite }, { btree_gist }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/contrib/btree_gist'),
  ]);
  const { dataDir, snapshot } = options;
  const create = (more: PGliteOptions) => PGlite.create({ extensions: { btree_gist }, parsers, ...more });
  const first = snapshot ? { loadDataDir: snapshot } : {};
  if (!dataDir) return create(first);
  if (!(await exists(path.join(dataDir, 'PG_VERSION')))) {
    // Beside its place first: an interrupted initialisation must not leave half a directory behind.
    const half = `${dataDir}.new`;
    // Its place must be free: somebody else's files are never touched.
    await removeEmpty(dataDir);
    await fs.rm(half, { recursive: true, force: true });
    await (await create({ ...first, dataDir: half })).close();
    await fs.rename(half, dataDir);
  }
  return create({ dataDir });
}

async function removeEmpty(directory: string): Promise<void> {
  if (await exists(directory)) await fs.rmdir(directory);
}

async function exists(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false,
  );
}

/** A queue for one: each caller waits for the one before it and answers with the way to let the next one in. */
function oneAtATime(): () => Promise<() => void> {
  let last: Promise<void> = Promise.resolve();
  return async () => {
    const before = last;
    let done = () => {};
    last = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    return done;
  };
}

function lineOn(lite: PGlite, letNextIn: () => void, idleMs: number): Line {
  let timer: NodeJS.Timeout | undefined;
  let inside = false;
  let ended = false;
  const give = () => {
    if (ended) return;
    ended = true;
    clearTimeout(timer);
    letNextIn();
  };
  const abandon = () => {
    // Closed before the rollback, so that a late query cannot follow it onto the bare session.
    ended = true;
    lite.exec('rollback').then(letNextIn, letNextIn);
  };
  const busy = async <T>(work: () => Promise<T>): Promise<T> => {
    if (ended) throw new OutsideTransaction();
    clearTimeout(timer);
    try {
      return await work();
    } finally {
      clearTimeout(timer);
      if (inside && idleMs > 0) timer = setTimeout(abandon, idleMs);
    }
  };
  return {
    script: (text) =>
      busy(async () => {
        inside = true;
        await lite.exec(text);
      }),
    query: (sql, parameters) =>
      busy(async () => {
        const result = await lite.query<Record<string, unknown>>(sql, [...parameters]);
        return resultOf(result.command ?? '', result.rows, result.affectedRows ?? 0);
      }),
    finish: (how) =>
      busy(async () => {
        const answers = await lite.exec(how);
        inside = false;
        return answers.at(-1)?.command ?? '';
      }),
    release: give,
  };
}
