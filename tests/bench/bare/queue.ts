import fs from 'node:fs';
import http from 'node:http';
import pg from 'pg';

type Told = { address: string; text: string; values: unknown[]; next: string; type: string };
const { address, text, values, next, type }: Told = JSON.parse(fs.readFileSync(process.argv[2] ?? '', 'utf8'));
const pool = new pg.Pool({ connectionString: address, max: 10 });

// The same statement and the same bytes, and nothing else.
http
  .createServer(async (request, response) => {
    if (request.url === '/ready') return response.end();
    const { rows } = await pool.query<{ items: string }>({ name: 'queue', text, values });
    const body = Buffer.from(`{"items":${rows[0]?.items},"next":${next}}`);
    response.writeHead(200, { 'content-type': type, 'content-length': body.length }).end(body);
  })
  .listen(Number(process.env.PORT), '127.0.0.1');
