import net from 'node:net';
import type { Chance } from './random.ts';

const LINES = [
  'GET / HTTP/1.1',
  'GET /api/auth/me HTTP/1.1',
  'POST /api/auth/sign-in/email HTTP/1.1',
  'TRACE /api/auth/me HTTP/1.1',
  'CONNECT evil.example:443 HTTP/1.1',
  'GET http://evil.example/ HTTP/1.1',
  'GET /\\..\\..\\etc HTTP/1.1',
  'GET /api/../../x HTTP/1.1',
  'GET /%2e%2e/%2e%2e HTTP/1.1',
  'GET /\u0000 HTTP/1.1',
  'GET * HTTP/1.1',
  'OPTIONS * HTTP/1.1',
  'GET nothing HTTP/1.1',
  'GET /desk HTTP/1.0',
  'GET /desk HTTP/2.0',
  'GET /desk HTTP/0.9',
  'GET /desk',
  'get /desk HTTP/1.1',
  'PRI * HTTP/2.0',
  ' GET / HTTP/1.1',
  'GET  /desk  HTTP/1.1',
];
const HEADERS = [
  'Host: localhost',
  'Host: localhost',
  'Host: localhost',
  'Host: evil.example',
  'Host:',
  'Host: localhost\r\nHost: evil.example',
  'Host: a b',
  'Host: [::1',
  'Content-Length: 5',
  'Content-Length: -1',
  'Content-Length: 5\r\nContent-Length: 6',
  'Content-Length: 5\r\nTransfer-Encoding: chunked',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: gzip, chunked',
  'Transfer-Encoding : chunked',
  'Transfer-Encoding: xchunked',
  'Content-Type: application/json',
  'Cookie: cop_s=\u0001\u0002',
  'X-A: b\u0000c',
  'X-A: b\n c',
  ' folded: yes',
  ': nothing',
  `X-Long: ${'x'.repeat(9_000)}`,
  'Expect: 100-continue',
  'Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQ',
  'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\nSec-WebSocket-Version: 13',
  'Accept-Language: \u00ff\u00fe',
];
const BODIES = [
  '',
  '5\r\nhello\r\n0\r\n\r\n',
  'ffffffffffffffff\r\nx',
  '-1\r\nx\r\n',
  '{"email":',
  '\u0000\u0001\u0002',
  'GET /desk HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(3),
  '5;ext="\r\n\r\nhello\r\n0\r\nTrailer: x\r\n\r\n',
];

/** Bytes that look more or less like a request. */
export function rawBytes(chance: Chance): Buffer {
  if (chance.percent(10)) return Buffer.from(Array.from({ length: 1 + chance.below(200) }, () => chance.below(256)));
  const headers = Array.from({ length: 1 + chance.below(4) }, () => chance.one(HEADERS));
  const end = chance.percent(90) ? '\r\n\r\n' : chance.one(['\n\n', '\r\n', '', '\r\r']);
  const text = `${[chance.one(LINES), ...headers].join(chance.percent(95) ? '\r\n' : '\n')}${end}${chance.one(BODIES)}`;
  const bytes = Buffer.from(text, 'latin1');
  if (chance.percent(20) && bytes.length > 0) bytes[chance.below(bytes.length)] = chance.below(256);
  return chance.percent(10) ? bytes.subarray(0, chance.below(bytes.length)) : bytes;
}

/** Sends bytes, and answers all that comes back until nothing comes any more. */
export function sendRaw(port: number, bytes: Buffer, patienceMs = 120): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    const socket = net.connect(port, '127.0.0.1');
    const done = () => {
      socket.destroy();
      resolve(said);
    };
    socket.setTimeout(patienceMs, done);
    socket.on('data', (data) => {
      said += data.toString('latin1');
    });
    socket.on('error', done);
    socket.on('close', done);
    socket.write(bytes);
  });
}

/** The status codes of all answers in what came back. */
export function statusesIn(said: string): number[] {
  return [...said.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, code]) => Number(code));
}
