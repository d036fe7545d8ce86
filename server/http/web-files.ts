import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** The built web app. Answers null where it has nothing, so that a missing script is a 404 and never a page. */
export type WebFiles = {
  file: (path: string, acceptEncoding: string | undefined) => Response | null;
  shell: (acceptEncoding: string | undefined) => Response | null;
};

type File = { type: string; caching: string; plain: Buffer; br: Buffer | null; gzip: Buffer | null };

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

const ID = '[0-9a-f-]{36}';

/** The addresses that the app draws in the browser; `tests/server/http/surroundings.test.ts` holds them against its screens. */
const APP_PAGES = [
  'sign-in(/(link|issuer))?',
  'invitation',
  'identity',
  'account(-check)?',
  'home',
  'delegation',
  'history',
  `requests(/new|/${ID}(/edit/[a-z-]+)?)?`,
  `desk(/requests/${ID}|/(bilaterals|calls)(/${ID})?)?`,
  'certificates',
  'sheets',
  'tasks',
  'proofs',
  'desk/schedule/release',
  'desk/(passes|schedule|delegations|retention|members|accounts|account-checks|outbox|settings|history)',
].map((page) => new RegExp(`^/${page}/?$`));

/** Whether an address is drawn by the app in the browser; what is none of these is a 404, not an empty app. */
export function isAppPage(path: string): boolean {
  return APP_PAGES.some((page) => page.test(path));
}

/** Reads the built files once: they are few, never change while the program runs, and no path is ever put together. */
export function readWebFiles(folder: string): WebFiles {
  const files = new Map<string, File>();
  for (const entry of existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const full = join(entry.parentPath, entry.name);
    const path = `/${full.slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, '')}`;
    files.set(path, {
      type,
      // Names under /assets carry a hash of their content; the others must be asked for again.
      caching: path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      plain: readFileSync(full),
      br: existsSync(`${full}.br`) ? readFileSync(`${full}.br`) : null,
      gzip: existsSync(`${full}.gz`) ? readFileSync(`${full}.gz`) : null,
    });
  }
  const shell = files.get('/index.html');
  files.delete('/index.html');
  return {
    file: (path, accept) => respond(files.get(path), accept),
    shell: (accept) => respond(shell, accept),
  };
}

/** The address of a file of the build by its source below `web/`, such as `schedule/public.css`; null when not built. */
export function builtAddress(folder: string, source: string): string | null {
  const manifest = join(folder, '.vite', 'manifest.json');
  if (!existsSync(manifest)) return null;
  const chunks = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, { file: string } | undefined>;
  const chunk = chunks[source];
  return chunk ? `/${chunk.file}` : null;
}

/** The text of a file of the build by its source, or null when not built. */
export function builtText(folder: string, source: string): string | null {
  const address = builtAddress(folder, source);
  return address === null ? null : readFileSync(join(folder, address), 'utf8');
}

function respond(file: File | undefined, accept = ''): Response | null {
  if (!file) return null;
  const [encoding, body] =
    file.br && /\bbr\b/.test(accept)
      ? ['br', file.br]
      : file.gzip && /\bgzip\b/.test(accept)
        ? ['gzip', file.gzip]
        : [null, file.plain];
  return new Response(new Uint8Array(body), {
    headers: {
      'content-type': file.type,
      'cache-control': file.caching,
      vary: 'Accept-Encoding',
      ...(encoding ? { 'content-encoding': encoding } : {}),
    },
  });
}
