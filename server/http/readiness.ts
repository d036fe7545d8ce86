import type { Database } from '#db/connect.ts';

const PATIENCE_MS = 500;
const FRESH_MS = 1000;

/** What this process lacks to be of use; asked often, so an answer is kept for a second. */
export function createReadiness(
  database: Pick<Database, 'ping'>,
  jobsStalled: () => Promise<boolean> | boolean,
  isStopping: () => boolean,
): () => Promise<string[]> {
  let kept: { at: number; missing: string[] } | null = null;
  return async () => {
    if (isStopping()) return ['stopping'];
    if (kept && performance.now() - kept.at < FRESH_MS) return kept.missing;
    // Migrations need no question of their own: the server listens only once they are done.
    const missing = (await answersInTime(() => database.ping())) ? [] : ['database'];
    if (missing.length === 0 && (await jobsStalled())) missing.push('jobs');
    kept = { at: performance.now(), missing };
    return missing;
  };
}

async function answersInTime(ask: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const answered = ask().then(
    () => true,
    () => false,
  );
  return Promise.race([answered, tooLate]).finally(() => clearTimeout(timer));
}
