import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.ts';
import { withinBudget } from './build/within-budget.ts';

const server = `http://127.0.0.1:${process.env.PORT ?? 3000}`;

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), tailwindcss(), compressed(), withinBudget()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    // The content policy allows no script or style inside the page, and nothing from `data:`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Shapes are declared beside plain functions; a screen that uses only the functions leaves the shapes out.
      treeshake: { manualPureFunctions: ['z'] },
    },
  },
  server: {
    host: '127.0.0.1',
    strictPort: true,
    proxy: {
      '^/(api|schedule|healthz|readyz|problems|calendar|docs)(/|$|\\?)': { target: server, changeOrigin: false },
    },
  },
});
