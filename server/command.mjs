// `npm run backup` and its like: builds what is stale, then runs the built command with plain Node.
import { build, isFresh } from './build.mjs';

const [name] = process.argv.splice(2, 1);
if (!isFresh()) build({ quiet: true });
process.setSourceMapsEnabled(true);
await import(new URL(`../dist/server/commands/${name}.js`, import.meta.url).href);
