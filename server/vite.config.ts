import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The program, its solver's thread, and each command, so that an installation without development tools has them too. */
function entries(): Record<string, string> {
  const commands = existsSync(`${here}commands`) ? readdirSync(`${here}commands`) : [];
  const found = commands
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `commands/${file.slice(0, -'.ts'.length)}`);
  const programs = Object.fromEntries(['main', ...found].map((name) => [name, `${here}${name}.ts`]));
  return { ...programs, 'solver/worker': `${here}solver/worker.mjs` };
}

export default defineConfig({
  root: here,
  publicDir: false,
  // The public pages are drawn by React; its fast build is chosen here, whatever the machine's NODE_ENV says.
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: ['react', 'react-dom', '@holiday-jp/holiday_jp'] },
  build: {
    ssr: true,
    outDir: '../dist/server',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: entries(),
      output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
});
