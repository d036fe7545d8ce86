import { sql } from 'kysely';
import { withPrivileges } from './privileged.ts';

/**
 * Makes the login of the public pages when the server does not know it yet: it may read what was released, and unlike
 * the rest of the program it cannot become anybody else. 42501 when this database's own login may not create roles.
 */
export async function keepPublicLogin(database: object, publicUrl: string): Promise<void> {
  const { username, password } = new URL(publicUrl);
  const [name, secret] = [decodeURIComponent(username), decodeURIComponent(password)];
  await withPrivileges(database, async (db) => {
    const { rows } = await sql`select from pg_roles where rolname = ${name}`.execute(db);
    if (rows.length > 0) return;
    await sql`create role ${sql.id(name)} login noinherit nosuperuser nocreatedb nocreaterole nobypassrls
      password ${sql.lit(secret)} in role cop_desk_public`.execute(db);
    await sql`alter role ${sql.id(name)} set default_transaction_read_only = on`.execute(db);
  });
}
