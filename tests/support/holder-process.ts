import { lockDataDir } from '#db/lock-data-dir.ts';

// Holds a data directory until it is killed.
await lockDataDir(process.argv[2] ?? '');
process.stdout.write('held\n');
setInterval(() => {}, 1_000);
