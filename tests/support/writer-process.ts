import { sql } from 'kysely';
import { openDatabase } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { nobody } from '#tests/support/database.ts';

// Writes rows until it is killed and says each id after its commit was acknowledged.
const [dataDir, url] = process.argv.slice(2);
const database = await openDatabase(url ? { url } : { dataDir });
for (;;) {
  const id = newId();
  await database.write(nobody, async (tx) => {
    await sql`insert into written (id) values (${id})`.execute(tx);
    await sql`insert into written_too (id) values (${id})`.execute(tx);
  });
  process.stdout.write(`${id}\n`);
}
