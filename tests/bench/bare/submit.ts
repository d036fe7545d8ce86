import fs from 'node:fs';
import http from 'node:http';
import pg from 'pg';

type Statement = { name: string; text: string; values: unknown[] };
type Told = { address: string; submissions: Record<string, { statements: Statement[]; body: string }> };
const { address, submissions }: Told = JSON.parse(fs.readFileSync(process.argv[2] ?? '', 'utf8'));
const pool = new pg.Pool({ connectionString: address, max: 10 });

/** JSON has no bytes: they come marked. */
const revive = (value: unknown) =>
  typeof value === 'object' && value !== null && 'bytes' in value ? Buffer.from(String(value.bytes), 'base64') : value;

// The same rows written by the same prepared statements in one transaction, and nothing else.
http
  .createServer(async (request, response) => {
    if (request.url === '/ready') return response.end();
    const submission = submissions[request.url ?? ''];
    if (!submission) return response.writeHead(404).end();
    for await (const _ of request);
    const client = await pool.connect();
    try {
      await client.query('begin');
      for (const { name, text, values } of submission.statements) {
        await client.query({ name, text, values: values.map(revive) });
      }
      await client.query('commit');
      response.writeHead(200, { 'content-type': 'application/json' }).end(submission.body);
    } catch (error) {
      await client.query('rollback');
      response.writeHead(500).end(String(error));
    } finally {
      client.release();
    }
  })
  .listen(Number(process.env.PORT), '127.0.0.1');
