import fs from 'node:fs';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

type Told = { path: string; body: string; headers: Record<string, string>; etag: string };
const { path, body, headers, etag }: Told = JSON.parse(fs.readFileSync(process.argv[2] ?? '', 'utf8'));
const bytes = Buffer.from(body, 'base64');
const app = new Hono();

app.get('/ready', (c) => c.body(null, 204));
// The same bytes under the same headers, from memory.
app.get(path, (c) =>
  c.req.header('if-none-match') === etag ? c.body(null, 304, { etag }) : c.body(bytes, 200, headers),
);
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' });
