import { restore } from '#db/copy.ts';
import { migrate } from '#db/migrate.ts';
import { fileArgument, withDatabase } from './with-database.ts';

const file = fileArgument('npm run restore -- FILE');
await withDatabase(async (database) => {
  await migrate(database);
  const counts = await restore(database, file);
  const rows = Object.values(counts).reduce((sum, one) => sum + one, 0);
  return `${file} から ${rows} 行を戻しました / Restored ${rows} rows from ${file}`;
});
