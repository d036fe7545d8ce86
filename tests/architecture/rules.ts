/** The house rules about who may import whom, as data. `imports.test.ts` enforces them; they change by a decision record. */

/** Imports only go down this list: web → server → db → shared. */
export const LAYERS = {
  shared: { may: [], packages: ['zod', 'temporal-polyfill', '@holiday-jp/holiday_jp'] },
  db: { may: ['shared'], packages: ['kysely', 'kysely-codegen', 'pg', '@electric-sql/pglite', 'uuidv7'] },
  server: {
    may: ['shared', 'db'],
    packages: [
      ...['hono', '@hono/node-server', 'zod', '@node-rs/argon2', '@simplewebauthn/server', 'openid-client'],
      ...['nodemailer', 'ical-generator', 'pino', 'vite'],
      'highs',
    ],
  },
  web: {
    may: ['shared'],
    packages: [
      'react',
      'react-dom',
      '@tanstack/react-router',
      '@tanstack/react-query',
      'lucide-react',
      'uqr',
      '@simplewebauthn/browser',
      'vite',
      '@vitejs/plugin-react',
      '@tailwindcss/vite',
    ],
  },
  tests: { may: ['shared', 'db', 'server', 'web'], packages: ['*'] },
} as const satisfies Record<string, { may: readonly string[]; packages: readonly string[] }>;

/** Inside a layer, a capability may use the ones named here and the layer's own loose files. In order of dependence. */
export const CAPABILITIES: Record<string, readonly string[]> = {
  accounts: ['notifications'],
  organisations: ['accounts', 'notifications'],
  events: ['accounts', 'organisations', 'notifications'],
  delegations: ['accounts', 'organisations', 'events', 'notifications'],
  calls: ['accounts', 'organisations', 'events', 'notifications'],
  notifications: [],
  requests: ['accounts', 'organisations', 'events', 'delegations', 'calls', 'notifications'],
  clashes: ['accounts', 'organisations', 'events', 'delegations', 'calls', 'notifications', 'requests'],
  passes: ['accounts', 'organisations', 'events', 'delegations', 'calls', 'notifications', 'requests', 'clashes'],
  schedule: [
    'accounts',
    'organisations',
    'events',
    'delegations',
    'calls',
    'notifications',
    'requests',
    'clashes',
    'passes',
  ],
  proposals: [
    'accounts',
    'organisations',
    'events',
    'delegations',
    'calls',
    'notifications',
    'requests',
    'clashes',
    'passes',
    'schedule',
  ],
  bilaterals: [
    'accounts',
    'organisations',
    'events',
    'delegations',
    'calls',
    'notifications',
    'requests',
    'clashes',
    'passes',
    'schedule',
  ],
};

/** Folders inside a layer that are not capabilities; anyone in the layer may use them. */
export const COMMON = ['http', 'ui', 'layouts', 'styles', 'queries', 'migrations', 'seed', 'commands', 'solver'];

/** Each with its reason. `from -> *` means that the file gathers what the capabilities offer. */
export const EXCEPTIONS: Record<string, string> = {
  'shared/operations.ts -> *': 'registry: the whole API as data',
  'shared/mails.ts -> *': 'registry: every mail the desk sends',
  'server/all-routes.ts -> *': 'registry: every route',
  'server/all-followers.ts -> *':
    'registry: what fulfils requests and follows when one is over, which requests may not know',
  'server/app.ts -> *': 'composition root: wires who is signed in and the routes',
  'server/main.ts -> *': 'composition root: wires the program, and alone may see the public page’s render function',
  'web/routes.tsx -> *': 'registry: every screen',
};

/** Only this file of the server may import from `web/`: the render function of the public pages. */
export const SERVER_MAY_SEE_WEB = ['server/main.ts'];

export const LONGEST_FILE = 300;

/** Files that a tool writes. */
export const GENERATED = ['db/tables.ts'];
