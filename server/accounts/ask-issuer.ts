import { createHash, createHmac } from 'node:crypto';
import * as client from 'openid-client';
import type { IssuerReturn } from '#shared/accounts/issuer-operations.ts';
import type { Settings } from '../context.ts';
import type { Issuer } from '../issuers-file.ts';

const TIMEOUT_S = 5;
/** What an issuer says of itself is asked for anew after an hour. */
const REMEMBERED_MS = 3_600_000;

/** Somebody for whom an issuer vouches. */
export type Vouched = { subject: string; mfa: boolean };

/** Where issuers send people back to; the one address that each of them must know. */
export function returnAddress({ publicUrl }: Pick<Settings, 'publicUrl'>): string {
  return `${publicUrl}/sign-in/issuer`;
}

/** Where a browser signs in at an issuer; null when the issuer does not answer. `letter` comes back at the state's head. */
export async function addressAtIssuer(
  settings: Pick<Settings, 'publicUrl'>,
  issuer: Issuer,
  secret: Buffer,
  letter: 's' | 'b',
): Promise<string | null> {
  const server = await metadataOf(issuer);
  if (!server) return null;
  const { verifier, nonce } = partsOf(secret);
  const address = client.buildAuthorizationUrl(configurationOf(issuer, server, reachFor(issuer)), {
    redirect_uri: returnAddress(settings),
    scope: issuer.domains.length > 0 ? 'openid email' : 'openid',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: stateOf(secret, letter),
    nonce,
    // Whoever used this browser before may still be signed in there.
    prompt: 'select_account',
  });
  return address.href;
}

/**
 * Whom an issuer vouches for with what a browser has brought back. The issuer is asked itself, and what it answers is
 * checked: state, nonce, issuer, audience, time and signature, and that the person may come from there at all.
 */
export async function askIssuer(
  settings: Pick<Settings, 'publicUrl'>,
  issuer: Issuer,
  secret: Buffer,
  letter: 's' | 'b',
  { code, state, iss }: IssuerReturn,
): Promise<Vouched | 'unreachable' | 'refused'> {
  const server = await metadataOf(issuer);
  if (!server) return 'unreachable';
  const { verifier, nonce } = partsOf(secret);
  const back = new URL(returnAddress(settings));
  back.search = new URLSearchParams({ code, state, ...(iss === null ? {} : { iss }) }).toString();
  let answers = true;
  const reach = reachFor(issuer, () => {
    answers = false;
  });
  try {
    const granted = await client.authorizationCodeGrant(configurationOf(issuer, server, reach), back, {
      pkceCodeVerifier: verifier,
      expectedState: stateOf(secret, letter),
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const claims = granted.claims();
    return claims && mayCome(issuer, claims) ? { subject: claims.sub, mfa: saysMfa(issuer, claims) } : 'refused';
  } catch {
    return answers ? 'refused' : 'unreachable';
  }
}

/** What goes to the issuer and must come back, made from one secret, so that one column keeps it all. */
function partsOf(secret: Buffer) {
  const part = (name: string) => createHmac('sha256', secret).update(name).digest('base64url');
  return { verifier: part('verifier'), nonce: part('nonce'), state: part('state') };
}

function stateOf(secret: Buffer, letter: 's' | 'b'): string {
  return `${letter}.${partsOf(secret).state}`;
}

type Claims = NonNullable<ReturnType<Awaited<ReturnType<typeof client.authorizationCodeGrant>>['claims']>>;

function mayCome({ tid, domains }: Issuer, claims: Claims): boolean {
  if (tid.length > 0 && !(typeof claims.tid === 'string' && tid.includes(claims.tid))) return false;
  if (domains.length === 0) return true;
  const email = claims.email_verified !== false && typeof claims.email === 'string' ? claims.email : '';
  const domain = typeof claims.hd === 'string' ? claims.hd : (email.split('@').at(-1) ?? '');
  return domains.includes(domain.toLowerCase());
}

function saysMfa({ mfa }: Issuer, { amr, acr }: Claims): boolean {
  return (Array.isArray(amr) && amr.some((one) => mfa.amr.includes(String(one)))) || mfa.acr.includes(String(acr));
}

const known = new Map<string, { at: number; server: client.ServerMetadata }>();

/** What an issuer says of itself, or null when it does not answer. */
async function metadataOf(issuer: Issuer): Promise<client.ServerMetadata | null> {
  const now = performance.now();
  const kept = known.get(issuer.issuer);
  if (kept && now - kept.at < REMEMBERED_MS) return kept.server;
  try {
    const found = await client.discovery(new URL(issuer.issuer), issuer.clientId, issuer.clientSecret, undefined, {
      timeout: TIMEOUT_S,
      [client.customFetch]: reachFor(issuer),
      execute: isLocal(issuer) ? [client.allowInsecureRequests] : [],
    });
    const server = found.serverMetadata();
    known.set(issuer.issuer, { at: now, server });
    return server;
  } catch {
    return null;
  }
}

function configurationOf(issuer: Issuer, server: client.ServerMetadata, reach: client.CustomFetch) {
  const made = new client.Configuration(server, issuer.clientId, issuer.clientSecret);
  made.timeout = TIMEOUT_S;
  made[client.customFetch] = reach;
  // The signature is checked even though the answer comes over TLS: a proxy in between may have opened it.
  client.enableNonRepudiationChecks(made);
  if (isLocal(issuer)) client.allowInsecureRequests(made);
  return made;
}

/**
 * Goes to the issuer's own host and to those its settings name, wherever its answers point, and follows no redirect.
 * `onSilence` is told of no answer at all, and of one that only says that the issuer is out of order.
 */
function reachFor(issuer: Issuer, onSilence: () => void = () => {}): client.CustomFetch {
  const { host: own, protocol } = new URL(issuer.issuer);
  return async (address, options) => {
    const { host, protocol: asked } = new URL(address);
    if (asked !== protocol || (host !== own && !issuer.hosts.includes(host)))
      throw new Error('not a host of the issuer');
    try {
      const answer = await fetch(address, options as RequestInit);
      if (answer.status >= 500) onSilence();
      return answer;
    } catch (error) {
      onSilence();
      throw error;
    }
  };
}

function isLocal({ issuer }: Issuer): boolean {
  return issuer.startsWith('http://');
}
