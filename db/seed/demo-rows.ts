import { type Insertable, sql } from 'kysely';
import type { Tx } from '#db/connect.ts';
import type { Tables } from '#db/tables.ts';

type Table = keyof Tables;
export type Add = <Name extends Table>(table: Name, ...rows: Insertable<Tables[Name]>[]) => void;

/** Parents before children: in this order the rows can be written. */
const ORDER = [
  'organisation',
  'account',
  'eventDay',
  'venue',
  'room',
  'deadline',
  'requestWindow',
  'passPool',
  'passPlace',
  'delegation',
  'delegate',
  'requestCounter',
  'request',
  'requestDelegate',
  'requestSearch',
  'message',
  'internalNote',
  'requestSeen',
  'savedView',
  'pass',
  'programmeSession',
  'sessionHost',
  'sessionSpeaker',
  'meeting',
  'meetingDelegate',
  'roomHold',
  'release',
  'releasedSession',
  'history',
  'outbox',
] as const satisfies readonly Table[];

const MOST_AT_ONCE = 200;

/** Collects rows in memory and writes them in few statements: thousands of single inserts would take too long. */
export function collectRows(): { add: Add; write: (tx: Tx) => Promise<void>; count: (table: Table) => number } {
  const held = new Map<Table, object[]>();
  return {
    add: (table, ...rows) => {
      if (!(ORDER as readonly Table[]).includes(table)) throw new Error(`no place for ${table} among the rows`);
      const list = held.get(table) ?? [];
      held.set(table, list);
      list.push(...rows);
    },
    count: (table) => held.get(table)?.length ?? 0,
    async write(tx) {
      for (const table of ORDER) {
        const rows = held.get(table) ?? [];
        for (let from = 0; from < rows.length; from += MOST_AT_ONCE) {
          await insert(tx, table, rows.slice(from, from + MOST_AT_ONCE));
        }
      }
    },
  };
}

const inSql = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** One parameter carries all rows; the database reads dates, ranges and lists out of their text. */
async function insert(tx: Tx, table: Table, rows: readonly object[]): Promise<void> {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = sql.join(keys.map((key) => sql.ref(key)));
  const values = rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [inSql(key), value])));
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(values)}::jsonb)`.execute(
    tx,
  );
}
