/** The name of the constraint that a database error says was violated, looking through errors that wrap it, or null. */
export function violated(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('constraint' in error && typeof error.constraint === 'string') return error.constraint;
  return violated(error.cause);
}
