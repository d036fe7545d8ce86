import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener, RequestError } from '@hono/node-server';
import { withAdmission } from './admission.ts';
import { secure } from './security-headers.ts';

type Fetch = (request: Request) => Response | Promise<Response>;
type Place = { port: number; host: string; publicUrl: string };

/** How long a caller may take, and how much it may say before it has said what it wants. */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 8_192,
};
const MOST_REQUESTS_A_SOCKET = 1_000;
const MOST_CONNECTIONS = 12_000;

/** Puts the app behind a port; answers once it listens. Port 0 takes a free one. `onShed` hears of what is sent away. */
export function listen(fetch: Fetch, { port, host, publicUrl }: Place, onShed?: () => void): Promise<Server> {
  // A target that is no address never becomes a request of the app's.
  const errorHandler = (error: unknown) => {
    const headers = new Headers();
    secure(headers, 'page', publicUrl);
    return new Response(null, { status: error instanceof RequestError ? 400 : 500, headers });
  };
  const answer = getRequestListener(fetch, { hostname: host, errorHandler });
  const server = createServer(
    LIMITS,
    withAdmission((request: IncomingMessage, response: ServerResponse) => void answer(request, response), onShed),
  );
  server.maxRequestsPerSocket = MOST_REQUESTS_A_SOCKET;
  server.maxConnections = MOST_CONNECTIONS;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}
