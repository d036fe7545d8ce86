/** The database was used inside an open transaction: on the embedded engine that would wait for itself forever. */
export class NestedUse extends Error {
  override name = 'NestedUse';
  constructor() {
    super('The database was used inside an open transaction: pass the transaction instead.');
  }
}

/** A query ran before its transaction began or after it ended. */
export class OutsideTransaction extends Error {
  override name = 'OutsideTransaction';
  constructor() {
    super('A query was sent outside its transaction: keep the handle inside read() or write().');
  }
}

/** The transaction was rolled back although the work believed it had succeeded. */
export class TransactionLost extends Error {
  override name = 'TransactionLost';
  constructor(cause?: unknown) {
    super('The transaction was rolled back: one of its statements had failed.', { cause });
  }
}

/** A call was not answered within its time; what it had begun is rolled back. */
export class CallTookTooLong extends Error {
  override name = 'CallTookTooLong';
  constructor() {
    super('The call took too long.');
  }
}

/** The embedded database is held by another process. */
export class DirectoryInUse extends Error {
  override name = 'DirectoryInUse';
  constructor(directory: string, owner: string) {
    super(
      `データベース ${directory} は、別のプロセス（pid ${owner}）が使用中です。そのプロセスを止めてから、もう一度起動してください。 / ` +
        `The database ${directory} is in use by another process (pid ${owner}). Stop that process, then start again.`,
    );
  }
}

/** An applied migration was edited, or the database is newer than this program. */
export class MigrationRefused extends Error {
  override name = 'MigrationRefused';
}

/** A copy cannot be made or taken in as asked. */
export class CopyRefused extends Error {
  override name = 'CopyRefused';
}

/** The SQLSTATE of a database error, looking through the error that wraps it, or null. */
export function sqlState(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)) return error.code;
  return sqlState(error.cause);
}
