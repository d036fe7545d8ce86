import { backup } from '#db/copy.ts';
import { migrate } from '#db/migrate.ts';
import { fileArgument, withDatabase } from './with-database.ts';

const file = fileArgument('npm run backup -- FILE');
await withDatabase(async (database) => {
  await migrate(database);
  const counts = await backup(database, file);
  const rows = Object.values(counts).reduce((sum, one) => sum + one, 0);
  return `${Object.keys(counts).length} 表 ${rows} 行を ${file} に保存しました / Saved ${rows} rows of ${Object.keys(counts).length} tables to ${file}`;
});
