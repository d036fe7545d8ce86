import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Issuer } from '#server/issuers-file.ts';

/** What an issuer says, where it is not what it should say. */
export type Says = {
  subject?: string;
  /** Claims of the ID token in the place of the right ones, or besides them. */
  claims?: Record<string, unknown>;
  /** Whether the token is signed with a key that the issuer has not published. */
  forged?: boolean;
  /** In the place of the state that came. */
  state?: string;
  /** Who sends the browser back (RFC 9207). */
  iss?: string;
};
type Grant = { challenge: string; redirect: string; nonce: string; says: Says };

const CLIENT = { id: 'cop-desk', secret: 'only for this test' };
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A small OpenID provider of its own: discovery, keys, codes for one use with PKCE, ID tokens signed RS256. */
export async function runIssuer() {
  const [own, other] = [newKey(), newKey()];
  const grants = new Map<string, Grant>();
  let tokens: string | null = null;
  let mode: 'well' | 'broken' | 'silent' = 'well';
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (mode === 'silent') return;
    if (mode === 'broken') response.writeHead(503).end('out of order');
    else void answer(request, response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const json = (value: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    const url = new URL(request.url ?? '/', address);
    if (url.pathname === '/.well-known/openid-configuration') {
      return json({
        issuer: address,
        authorization_endpoint: `${address}/authorize`,
        token_endpoint: `${tokens ?? address}/token`,
        jwks_uri: `${address}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['pairwise'],
        id_token_signing_alg_values_supported: ['RS256'],
        authorization_response_iss_parameter_supported: true,
      });
    }
    if (url.pathname === '/jwks') {
      return json({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'own', alg: 'RS256', use: 'sig' }] });
    }
    if (url.pathname === '/authorize') {
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.search = new URLSearchParams(signedIn(url.href)).toString();
      return response.writeHead(302, { location: back.href }).end();
    }
    if (url.pathname !== '/token') return json({ error: 'not_found' }, 404);
    const form = new URLSearchParams(await bodyOf(request));
    const grant = grants.get(form.get('code') ?? '');
    grants.delete(form.get('code') ?? '');
    const proved = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const fits =
      proved === grant?.challenge &&
      form.get('redirect_uri') === grant.redirect &&
      form.get('client_id') === CLIENT.id &&
      form.get('client_secret') === CLIENT.secret;
    if (!fits) return json({ error: 'invalid_grant' }, 400);
    const { says, nonce } = grant;
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: address, aud: CLIENT.id, sub: says.subject ?? 'hanako', nonce, iat: now, exp: now + 300 };
    const token = signed((says.forged ? other : own).privateKey, { tid: 'toyama', ...claims, ...says.claims });
    return json({ access_token: randomBytes(16).toString('hex'), token_type: 'Bearer', id_token: token });
  }

  /** What the browser brings back after somebody has signed in at this issuer. */
  function signedIn(asking: string, says: Says = {}): { code: string; state: string; iss: string } {
    const { searchParams } = new URL(asking);
    const of = (name: string) => searchParams.get(name) ?? '';
    const code = randomBytes(16).toString('hex');
    grants.set(code, { challenge: of('code_challenge'), redirect: of('redirect_uri'), nonce: of('nonce'), says });
    return { code, state: says.state ?? of('state'), iss: says.iss ?? address };
  }

  return {
    address,
    asked,
    signedIn,
    be: (next: typeof mode) => {
      mode = next;
    },
    /** Says from now on that tokens come from another host. */
    sendTokensFrom: (host: string) => {
      tokens = host;
    },
    /** As the file of settings would name it. */
    settings: (more: Partial<Issuer> = {}): Issuer => ({
      ...{ id: 'toyama', organisation: 'office', label: { ja: '富山市', en: 'Toyama' }, issuer: address },
      ...{ clientId: CLIENT.id, clientSecret: CLIENT.secret, tid: ['toyama'], domains: [], hosts: [] },
      ...{ mfa: { amr: ['mfa'], acr: [] }, ...more },
    }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type RunningIssuer = Awaited<ReturnType<typeof runIssuer>>;

function newKey() {
  return generateKeyPairSync('rsa', { modulusLength: 2048 });
}

function signed(key: KeyObject, claims: Record<string, unknown>): string {
  const text = `${encode({ alg: 'RS256', kid: 'own', typ: 'JWT' })}.${encode(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
