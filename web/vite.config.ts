import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.ts';
import { leanIcons } from './build/lean-icons.ts';
import { withinBudget } from './build/within-budget.ts';

const server = `http://127.0.0.1:${process.env.PORT ?? 3000}`;

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** The app, and the script and style of the pages that the server renders, once they exist. */
const entries = ['index.html', 'schedule/public.ts', 'schedule/worker.ts', 'schedule/public.css', 'schedule/screen.css']
  .map(here)
  .filter((file) => existsSync(file));

/** Files that keep their name beside the hash: screens, and what every screen needs. */
const NAMED = /Page$|^(libraries|rolldown-runtime|Button|text)$/;

export default defineConfig({
  root: here('.'),
  plugins: [react(), tailwindcss(), leanIcons(), compressed(), withinBudget(process.env.STRICT_BUDGET === '1')],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    // The content policy allows no script or style inside the page, and nothing from `data:`.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // What is there already need not be named beside each screen.
      resolveDependencies: (_file, needed) =>
        needed.filter((one) => !/assets\/(libraries|rolldown-runtime|Button|text)-[^/]*\.js$/.test(one)),
    },
    rolldownOptions: {
      input: entries,
      // The libraries in one file: several compress worse, and a change of ours leaves them in the browser's cache.
      output: {
        // Letters that compress: the shell names every file once.
        hashCharacters: 'hex',
        chunkFileNames: ({ name }) => (NAMED.test(name) ? 'assets/[name]-[hash].js' : 'assets/[hash].js'),
        codeSplitting: {
          // With them what must be said before any shape is made: this file is carried out first.
          groups: [
            { name: 'libraries', test: /node_modules[\\/](react|react-dom|scheduler|@tanstack)[\\/]|web[\\/]no-eval/ },
          ],
        },
      },
      // Shapes are declared beside plain functions; a screen that uses only the functions leaves the shapes out.
      treeshake: { manualPureFunctions: ['z'] },
    },
  },
  server: {
    host: '127.0.0.1',
    strictPort: true,
    proxy: {
      '^/(api|schedule(?!/(?:public|screen|island/.*|worker)\\.(?:css|ts))|healthz|readyz|problems|calendar|docs)(/|$|\\?)':
        {
          target: server,
          changeOrigin: false,
        },
    },
  },
});
