import { migrate } from '#db/migrate.ts';
import { withDatabase } from './with-database.ts';

await withDatabase(async (database) => {
  const applied = await migrate(database);
  return applied.length === 0
    ? 'データベースは最新です / The database is up to date.'
    : `適用しました / Applied: ${applied.join(', ')}`;
});
