import { migrate } from '#db/migrate.ts';
import { keepPublicLogin } from '#db/public-login.ts';
import { withDatabase } from './with-database.ts';

await withDatabase(async (database, config) => {
  const applied = await migrate(database);
  if (config.publicDatabaseUrl) await keepPublicLogin(database, config.publicDatabaseUrl);
  return applied.length === 0
    ? 'データベースは最新です / The database is up to date.'
    : `適用しました / Applied: ${applied.join(', ')}`;
});
