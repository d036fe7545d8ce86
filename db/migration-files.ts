import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export type MigrationFile = { name: string; text: string; checksum: string };

/** The folder of the migrations, found from the sources and from the bundled program alike. */
export function migrationsFolder(from: string = import.meta.url): string {
  for (let folder = path.dirname(fileURLToPath(from)); ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (fs.existsSync(manifest) && JSON.parse(fs.readFileSync(manifest, 'utf8')).name === 'cop-desk') {
      return path.join(folder, 'db', 'migrations');
    }
    if (folder === path.dirname(folder)) throw new Error('The folder db/migrations was not found.');
  }
}

/** The migrations of a folder in the order of their names, each with the SHA-256 of its text. */
export function readMigrations(folder: string): MigrationFile[] {
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.sql'));
  return files.sort().map((file) => {
    const text = fs.readFileSync(path.join(folder, file), 'utf8');
    return { name: file.slice(0, -'.sql'.length), text, checksum: createHash('sha256').update(text).digest('hex') };
  });
}
