const FIRST_MS = 30_000;
const LONGEST_MS = 6 * 3_600_000;
/** After so many attempts, a mail waits for a person to look at it. */
export const MOST_ATTEMPTS = 10;

/** How long to wait after the given attempt, in milliseconds: doubling, and a fifth more or less by `chance` (0 to 1). */
export function waitAfter(attempt: number, chance: number): number {
  return Math.round(Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1)) * (0.8 + 0.4 * chance));
}

/** Whether the other server has refused for good (RFC 5321, 5xx), so that trying again would only annoy it. */
export function isPermanent(error: unknown): boolean {
  if (!(error instanceof Error) || !('responseCode' in error)) return false;
  const { responseCode } = error;
  return typeof responseCode === 'number' && responseCode >= 500 && responseCode < 600;
}

/** What went wrong as a code: a server's sentence may quote the address. */
export function codeOfFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('responseCode' in error && typeof error.responseCode === 'number') return `smtp-${error.responseCode}`;
  return 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
