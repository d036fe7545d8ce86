// `npm start`: builds what is missing or stale, then runs the server in this same process, so that signals reach it.
import { build, isFresh } from './build.mjs';

if (!isFresh()) {
  console.log('Building the web app and the server (about ten seconds, only after a change)…');
  try {
    build({ quiet: true });
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
process.setSourceMapsEnabled(true);
await import(new URL('../dist/server/main.js', import.meta.url).href);
